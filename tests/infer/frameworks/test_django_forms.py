from tests.support.query_snippets import check

FORMS = """
        from django import forms

        class WishForm(forms.ModelForm):
            class Meta:
                model = Wish
                fields = ["text"]
"""


def test_instance():
    check(f"""{FORMS}
            def clean(self):
                self.instance.product.refresh_from_db()  # read shop_product
                return super().clean()

        def edit(request, wish: Wish):
            form = WishForm(request.POST, instance=wish)
            form.instance.customer.refresh_from_db()  # read people_customer
    """)


def test_saved_row():
    check(f"""{FORMS}
        def edit(request):
            form = WishForm(request.POST)
            wish = form.save(commit=False)
            wish.delete()  # delete shop_wish
    """)


def test_saving_writes():
    check(f"""{FORMS}
        def edit(request):
            form = WishForm(request.POST)
            if form.is_valid():
                form.save()  # insert shop_wish
    """)


def test_overridden_save():
    check("""
        from django import forms

        class WishForm(forms.ModelForm):
            class Meta:
                model = Wish
                fields = ["text"]

            def save(self, commit=True):
                wish = super().save(commit=False)
                wish.delete()  # delete shop_wish
                return wish

        def edit(request):
            WishForm(request.POST).save().refresh_from_db()  # read shop_wish
    """)


def test_model_of_a_subclass():
    check("""
        from django import forms

        class Base(forms.ModelForm):
            def forget(self):
                self.instance.delete()  # delete shop_wish, shop_line

        class WishForm(Base):
            class Meta:
                model = Wish
                fields = []

        class LineForm(Base):
            class Meta:
                model = Line
                fields = []
    """)


def test_form_without_a_model():
    check("""
        from django import forms

        class SearchForm(forms.Form):
            text = forms.CharField()

            def save(self):
                return self.cleaned_data.get("text")

        def search(request):
            form = SearchForm(request.GET)
            form.is_valid()
            form.save()
            form.cleaned_data.get("text")
            form.cleaned_data.update(a=1)
            form.errors.get("text")
            form.fields["text"].clean("a")
    """)


def test_choice_field_gives_a_row():
    check("""
        from django import forms

        class PickForm(forms.Form):
            wish = forms.ModelChoiceField(queryset=Wish.objects.all())  # read shop_wish
            wishes = forms.ModelMultipleChoiceField(queryset=Wish.objects.all())  # read shop_wish

        def pick(request):
            form = PickForm(request.POST)
            form.cleaned_data["wish"].delete()  # delete shop_wish
            for wish in form.cleaned_data["wishes"]:  # read shop_wish
                wish.delete()  # delete shop_wish
    """)


def test_form_of_a_package_that_is_not_here():
    check("""
        from somewhere.forms import NestedModelForm

        class WishForm(NestedModelForm):
            class Meta:
                model = Wish

            def save(self, commit=True):
                wish = super().save(commit)  # insert shop_wish, update shop_wish
                wish.product.refresh_from_db()  # read shop_product
                return wish
    """)


def test_row_that_a_form_is_made_with():
    check("""
        from django import forms

        class OrderForm(forms.ModelForm):
            class Meta:
                model = Order
                fields = []

            def __init__(self, data=None, instance=None, **kwargs):
                if instance and instance.tags.exists():  # read shop_order_tags
                    data = None
                super().__init__(data, instance=Order(), **kwargs)
    """)


def test_checked_values_of_a_mixin():
    check("""
        from django import forms

        class Common(forms.Form):
            def clean(self):
                super().clean()
                order = self.cleaned_data.get("order")
                order.lines.update(number=1)  # update shop_line

        class LineForm(Common, forms.ModelForm):
            class Meta:
                model = Line
                fields = ["order"]

        class OtherForm(forms.Form):
            def clean(self):
                self.cleaned_data["text"].update()
    """)


def test_a_row_that_a_form_has_saved_is_stored():
    check("""
        from django import forms

        class TagForm(forms.ModelForm):
            class Meta:
                model = Tag
                fields = ["name"]

        def make(data, later: bool):
            tag = TagForm(data).save()  # insert shop_tag
            tag.save()  # update shop_tag
            other = TagForm(data).save(commit=False)
            other.save()  # insert shop_tag
            third = TagForm(data).save(commit=later)  # insert shop_tag
            third.save()  # insert shop_tag, update shop_tag
    """)


def test_labels_of_the_rows_that_a_field_lets_choose():
    check("""
        from django import forms

        class OrderField(forms.ModelChoiceField):
            def label_from_instance(self, obj):
                return f"{obj.number} {obj.lines.count()}"  # read shop_line inferred

        class UnusedField(forms.ModelChoiceField):
            def label_from_instance(self, obj):
                return obj.number

        class PaymentForm(forms.Form):
            order = OrderField(queryset=Order.objects.filter(paid=False))  # read shop_order
    """)


def test_forms_of_django_that_change_passwords():
    check("""
        from django.contrib.auth.forms import PasswordChangeForm, SetPasswordForm

        def change(request, customer: "people.Customer"):
            form = PasswordChangeForm(request.user, request.POST)  # read people_customer inferred
            if form.is_valid():
                form.save()  # insert people_customer inferred, update people_customer inferred

        class NewPassword(SetPasswordForm):
            pass

        def renew(request):
            user = request.user  # read people_customer inferred
            NewPassword(user, request.POST).save()  # insert people_customer inferred, update people_customer inferred
    """)
