"""What the outside of a made-up monolith looks like, and its models: templates as in `monolith_texts`."""

MODEL = """

class {m}Query(models.QuerySet):
    def still_open(self):
        return self.filter({flag}=False)

    def close(self):
        return self.update({flag}=True)


class {m}(models.Model):
    {text} = models.CharField(max_length=120, blank=True, default="")
    {number} = models.IntegerField(null=True)
    {flag} = models.BooleanField(default=False)
    touched_at = models.DateTimeField(auto_now=True)
{more}
    objects = {m}Query.as_manager()

    class Meta:
        ordering = ["-touched_at", "pk"]
        indexes = [models.Index(fields=["{flag}", "{number}"])]

    def __str__(self):
        return self.{text} or f"{m} {{self.pk}}"

    def close(self, reason=""):
        self.{flag} = True
        self.{text} = reason or self.{text}
        self.save(update_fields=["{flag}", "{text}"])
"""

MIGRATION = """

def fill(apps, schema_editor):
    {m} = apps.get_model("{app}", "{m}")
    for {v} in {m}.objects.filter({flag}=False).iterator():
        {v}.{text} = {v}.{text} or "none"
        {v}.save(update_fields=["{text}"])


class Migration(migrations.Migration):
    dependencies = [{before}]
    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
"""
ALTERED = """        migrations.AlterField(
            model_name="{low}",
            name="{text}",
            field=models.CharField(max_length={size}, blank=True, default=""),
        ),
        migrations.AddIndex("{low}", models.Index(fields=["{number}", "{flag}"], name="{low}_{size}")),
"""
VIEWS = (
    """
class {m}List{f}(ListView):
    model = {m}
    paginate_by = 50
    template_name = "{app}/list.html"

    def get_queryset(self):
        found = super().get_queryset().select_related("{to}")
        state = self.request.GET.get("state")
        return found.filter({flag}=state == "closed") if state else found
""",
    """
class {m}Change{f}(UpdateView):
    model = {m}
    fields = ["{text}", "{number}"]
    success_url = reverse_lazy("home")

    def form_valid(self, form):
        response = super().form_valid(form)
        {other}.objects.create({o_text}=f"changed {{self.object.pk}}")
        return response
""",
    """
def close_{f}(request, pk):
    {v} = get_object_or_404({m}, pk=pk)
    if request.method != "POST":
        return render(request, "{app}/close.html", {{"object": {v}, "lines": {v}.{many}.all()}})
    with transaction.atomic():
        {v}.{flag} = True
        {v}.save()
        {call}({v}.pk)
    return redirect("home")
""",
    """
class {m}ViewSet{f}(viewsets.ModelViewSet):
    queryset = {m}.objects.all()

    @action(detail=True, methods=["post"])
    def close(self, request, pk=None):
        {v} = self.get_object()
        {v}.{flag} = True
        {v}.save(update_fields=["{flag}"])
        return Response({{"id": {v}.pk, "result": {call}({v}.pk)}})

    def perform_destroy(self, instance):
        {other}.objects.filter({o_text}=instance.{text}).update({o_flag}=True)
        instance.delete()
""",
    """
class {m}Figures{f}(View):
    def get(self, request, *args, **kwargs):
        rows = []
        for {v} in {m}.objects.filter({flag}=False).prefetch_related("{many}"):
            rows.append({{"id": {v}.pk, "name": {v}.{text}, "lines": len({v}.{many}.all())}})
        return JsonResponse({{"rows": rows, "count": len(rows)}})
""",
)
SERIALIZERS = (
    """
class {m}Serializer{f}(serializers.ModelSerializer):
    lines = serializers.SerializerMethodField()

    class Meta:
        model = {m}
        fields = ["id", "{text}", "{number}", "{flag}", "{to}", "lines"]

    def get_lines(self, {v}):
        return {v}.{many}.count()

    def validate_{number}(self, value):
        if value is not None and value < 0:
            raise serializers.ValidationError("too small")
        return value
""",
    """
class {m}Input{f}(serializers.Serializer):
    name = serializers.CharField(max_length=80)
    amount = serializers.IntegerField(min_value=0)
    urgent = serializers.BooleanField(default=False)

    @transaction.atomic
    def create(self, validated_data):
        {v} = {m}.objects.create({text}=validated_data["name"], {number}=validated_data["amount"])
        if validated_data["urgent"]:
            {call}({v}.pk)
        return {v}

    def update(self, instance, validated_data):
        instance.{text} = validated_data.get("name", instance.{text})
        instance.save()
        return instance
""",
)
FORMS = (
    """
class {m}Form{f}(forms.ModelForm):
    class Meta:
        model = {m}
        fields = ["{text}", "{number}", "{to}"]

    def clean_{text}(self):
        value = self.cleaned_data["{text}"].strip()
        if {m}.objects.exclude(pk=self.instance.pk).filter({text}=value).exists():
            raise forms.ValidationError("there is one already")
        return value

    def save(self, commit=True):
        {v} = super().save(commit=False)
        {v}.{flag} = False
        if commit:
            {v}.save()
        return {v}
""",
)
SIGNALS = (
    """
@receiver(post_save, sender={m})
def follow_{f}(sender, instance, created, **kwargs):
    if not created:
        return
    {other}.objects.create({o_text}=str(instance.pk), {o_number}=1)
""",
    """
@receiver(post_delete, sender={m})
def clear_{f}(sender, instance, **kwargs):
    {other}.objects.filter({o_text}=str(instance.pk)).delete()
""",
    """
@receiver(pre_save, sender={m})
def fill_{f}(sender, instance, **kwargs):
    if not instance.{text}:
        instance.{text} = "{m}"
    if instance.{number} is None:
        instance.{number} = 0
""",
)
ADMIN = (
    """
class {m}Admin{f}(admin.ModelAdmin):
    list_display = ("id", "{text}", "{number}", "{flag}")
    list_filter = ("{flag}",)
    search_fields = ("{text}",)
    actions = ["close"]

    def close(self, request, queryset):
        queryset.update({flag}=True)
        for {v} in queryset:
            {call}({v}.pk)
""",
)
TESTS = (
    """
class {m}Test{f}(TestCase):
    def setUp(self):
        self.other = {other}.objects.create({o_text}="one", {o_number}=2)
        self.{v} = {m}.objects.create({text}="first", {number}=3)

    def test_is_found(self):
        found = {m}.objects.filter({text}="first")
        self.assertEqual([self.{v}], list(found))
        self.assertFalse(found.get().{flag})

    def test_is_called(self):
        {call}(self.{v}.pk)
        self.{v}.refresh_from_db()
        self.assertEqual(self.{v}.{number}, 3)

    def test_goes_away(self):
        self.{v}.delete()
        self.assertEqual({m}.objects.count(), 0)
""",
)
