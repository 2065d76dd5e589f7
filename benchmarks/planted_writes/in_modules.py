"""Kinds of writes that are functions and classes of their own: what a framework calls."""

from benchmarks.planted_writes.kind import Kind, Place, Way

_POST = 'post("/", {"$f": $v})'
_SERIALIZER = 'class PlantedSerializer$n($serializers.ModelSerializer):\n    class Meta:\n        model = $M\n        fields = ["$f"]\n\n\n'
_FORM = 'class PlantedForm$n($forms.ModelForm):\n    class Meta:\n        model = $M\n        fields = ["$f"]\n\n\n'
_DRF = "rest_framework:serializers"
_CHANNELS = ("channels.db:database_sync_to_async",)


def _kind(name: str, channel: str, action: str, text: str, run: str, *needs: str, way: Way = Way.OWN) -> Kind:
    return Kind(name, channel, action, text, way, Place.MODULE, needs, run)


def _view(name: str, action: str, body: str, run: str) -> Kind:
    text = f'class Planted$n(${name}):\n    model = $M\n{body}    success_url = "/"'
    return _kind(name, name, action, text, run, f"django.views.generic:{name}")


ASYNC = (
    _kind(
        "acreate",
        "acreate",
        "insert",
        "async def planted_$n():\n    await $M.$objects.acreate($kw)",
        "async_to_sync(planted_$n)()",
    ),
    _kind(
        "asave",
        "async twins",
        "update",
        "async def planted_$n(pk):\n    row = await $M.$objects.aget(pk=pk)\n    row.$f = $v\n    await row.asave()",
        "async_to_sync(planted_$n)(1)",
    ),
    _kind(
        "database_sync_to_async of a method",
        "database_sync_to_async",
        "delete",
        "async def planted_$n(pk):\n    await $database_sync_to_async($M.$objects.filter(pk=pk).delete)()",
        "async_to_sync(planted_$n)(1)",
        *_CHANNELS,
    ),
    _kind(
        "database_sync_to_async of a function",
        "database_sync_to_async",
        "insert",
        "@$database_sync_to_async\ndef planted_$n():\n    $M.$objects.create($kw)",
        "async_to_sync(planted_$n)()",
        *_CHANNELS,
    ),
    _kind(
        "channels consumer",
        "channels consumers",
        "update",
        "class Planted$n($AsyncWebsocketConsumer):\n    async def receive(self, text_data=None, bytes_data=None):\n        await self.planted()\n\n"
        "    @$database_sync_to_async\n    def planted(self):\n        $M.$objects.filter(pk=1).update($f=$v)",
        "async_to_sync(Planted$n().receive)()",
        "channels.generic.websocket:AsyncWebsocketConsumer",
        *_CHANNELS,
    ),
)
FORMS = (
    _kind(
        "ModelForm",
        "ModelForm.save",
        "insert",
        _FORM
        + "def planted_$n(request):\n    form = PlantedForm$n(request.POST)\n    if form.is_valid():\n        form.save()",
        f"planted_$n({_POST})",
        "django:forms",
    ),
    _view("CreateView", "insert", '    fields = ["$f"]\n', f"Planted$n.as_view()({_POST})"),
    _view("UpdateView", "update", '    fields = ["$f"]\n', f"Planted$n.as_view()({_POST}, pk=1)"),
    _view("DeleteView", "delete", "", f"Planted$n.as_view()({_POST}, pk=1)"),
    _kind(
        "ModelAdmin",
        "ModelAdmin registered",
        "insert",
        '@$admin.register($M)\nclass Planted$n($admin.ModelAdmin):\n    list_display = ["$f"]',
        "Planted$n($M, admin.site).save_model(None, $M($kw), None, False)",
        "django.contrib:admin",
    ),
)
APIS = (
    _kind(
        "ModelSerializer",
        "DRF ModelSerializer",
        "insert",
        _SERIALIZER
        + "def planted_$n(data):\n    serializer = PlantedSerializer$n(data=data)\n    serializer.is_valid(raise_exception=True)\n    serializer.save()",
        'planted_$n({"$f": $v})',
        _DRF,
    ),
    _kind(
        "ModelViewSet",
        "ModelViewSet",
        "insert",
        _SERIALIZER
        + "class Planted$n($viewsets.ModelViewSet):\n    queryset = $M.$objects.all()\n    serializer_class = PlantedSerializer$n",
        f'Planted$n.as_view({{"post": "create"}})({_POST})',
        _DRF,
        "rest_framework:viewsets",
    ),
    _kind(
        "CreateAPIView",
        "CreateAPIView",
        "insert",
        _SERIALIZER
        + "class Planted$n($generics.CreateAPIView):\n    queryset = $M.$objects.all()\n    serializer_class = PlantedSerializer$n",
        f"Planted$n.as_view()({_POST})",
        _DRF,
        "rest_framework:generics",
    ),
    _kind(
        "import of a Resource",
        "import-export Resource",
        "insert",
        'class PlantedResource$n($resources.ModelResource):\n    class Meta:\n        model = $M\n        fields = ["id", "$f"]\n\n\n'
        "def planted_$n(dataset):\n    PlantedResource$n().import_data(dataset)",
        'planted_$n(Dataset(["", $v], headers=["id", "$f"]))',
        "import_export:resources",
    ),
    _kind(
        "tastypie ModelResource",
        "tastypie",
        "insert",
        "class Planted$n($ModelResource):\n    class Meta:\n        queryset = $M.$objects.all()\n        authorization = $Authorization()",
        f'Planted$n().obj_create(Planted$n().build_bundle(data={{"$f": $v}}, request={_POST}))',
        "tastypie.resources:ModelResource",
        "tastypie.authorization:Authorization",
    ),
    _kind(
        "graphene form mutation",
        "graphene",
        "insert",
        'class PlantedNode$n($DjangoObjectType):\n    class Meta:\n        model = $M\n        fields = ["id"]\n\n\n'
        + _FORM
        + "class Planted$n($DjangoModelFormMutation):\n    class Meta:\n        form_class = PlantedForm$n",
        'Planted$n.perform_mutate(PlantedForm$n({"$f": $v}), None)',
        "django:forms",
        "graphene_django:DjangoObjectType",
        "graphene_django.forms.mutation:DjangoModelFormMutation",
    ),
    _kind(
        "graphene mutation",
        "graphene",
        "insert",
        "class Planted$n($graphene.Mutation):\n    ok = $graphene.Boolean()\n\n    def mutate(self, info):\n        $M.$objects.create($kw)\n        return Planted$n(ok=True)",
        "Planted$n.mutate(None, None)",
        ":graphene",
    ),
    _kind(
        "strawberry mutation",
        "strawberry-django",
        "insert",
        "@$strawberry_django.type($M)\nclass PlantedType$n:\n    $f: $auto\n\n\n@$strawberry_django.input($M)\nclass PlantedInput$n:\n    $f: $auto\n\n\n"
        "@$strawberry.type\nclass Planted$n:\n    make: PlantedType$n = $strawberry_django.mutations.create(PlantedInput$n)",
        "strawberry.Schema(query=Planted$n, mutation=Planted$n).execute_sync('mutation { make(data: {$f: \"planted\"}) { __typename } }')",
        ":strawberry",
        ":strawberry_django",
        "strawberry:auto",
    ),
    _kind(
        "ninja ModelSchema",
        "ninja ModelSchema",
        "insert",
        'class PlantedSchema$n($ModelSchema):\n    class Meta:\n        model = $M\n        fields = ["$f"]\n\n\n'
        "def planted_$n(request, payload: PlantedSchema$n):\n    $M.$objects.create(**payload.dict())",
        "planted_$n(None, PlantedSchema$n($f=$v))",
        "ninja:ModelSchema",
    ),
)
PLATFORM = (
    _kind(
        "receiver of post_save",
        "signals post_save",
        "insert",
        "@$receiver($signals.post_save, sender=$S)\ndef planted_$n(sender, instance, **kwargs):\n    $M.$objects.create($kw)",
        "$S().save()",
        "django.db.models:signals",
        "django.dispatch:receiver",
    ),
    _kind(
        "receiver of pre_delete",
        "pre/post_delete",
        "update",
        "@$receiver($signals.pre_delete, sender=$S)\ndef planted_$n(sender, instance, **kwargs):\n    $M.$objects.filter(pk=1).update($f=$v)",
        "$S.objects.create().delete()",
        "django.db.models:signals",
        "django.dispatch:receiver",
    ),
    _kind(
        "receiver of user_logged_in",
        "user_logged_in",
        "insert",
        "@$receiver($user_logged_in)\ndef planted_$n(sender, request, user, **kwargs):\n    $M.$objects.create($kw)",
        "user_logged_in.send(None, request=None, user=User.objects.get(pk=1))",
        "django.contrib.auth.signals:user_logged_in",
        "django.dispatch:receiver",
    ),
    _kind(
        "task",
        "celery @shared_task",
        "update",
        "@$shared_task\ndef planted_$n(pk):\n    $M.$objects.filter(pk=pk).update($f=$v)",
        "planted_$n(1)",
        "celery:shared_task",
    ),
    _kind(
        "middleware",
        "middleware",
        "insert",
        "class Planted$n:\n    def __init__(self, get_response):\n        self.get_response = get_response\n\n"
        "    def __call__(self, request):\n        $M.$objects.create($kw)\n        return self.get_response(request)",
        "Planted$n(bool)(0)",
    ),
    _kind(
        "login",
        "django.contrib.auth.login",
        "update",
        "def planted_$n(request):\n    $login(request, $get_user_model().objects.get(pk=1))",
        'planted_$n(with_session(post("/")))',
        "django.contrib.auth:login",
        "django.contrib.auth:get_user_model",
        way=Way.USER,
    ),
    _kind(
        "user of a request",
        "AUTH_USER_MODEL",
        "update",
        "def planted_$n(request):\n    request.user.last_login = None\n    request.user.save()",
        'planted_$n(with_session(post("/")))',
        way=Way.USER,
    ),
    Kind(
        "management command",
        "management commands",
        "insert",
        "class Command($BaseCommand):\n    def handle(self, *args, **options):\n        $M.$objects.create($kw)",
        place=Place.COMMAND,
        needs=("django.core.management.base:BaseCommand",),
        run="Command().handle()",
    ),
)
