"""Writes in functions and classes that weren't there, at the end of an existing module."""

from benchmarks.mutation.planted.kind import Kinds, as_code

_IMPORT = "from $models import $Model\n\n\n"
_TYPING = "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from $models import $Model\n\n\n"

KINDS: Kinds = {
    "annotated parameter": as_code(_IMPORT + "def planted(row: $Model) -> None:\n    row.save()\n"),
    "annotation as a text": as_code(
        _TYPING + 'def planted(row: "$Model | None") -> None:\n    if row:\n        row.delete()\n'
    ),
    "annotated list": as_code(
        _IMPORT + "def planted(rows: list[$Model]) -> None:\n    for row in rows:\n        row.save()\n"
    ),
    "queryset as a parameter": as_code(
        _IMPORT
        + "def planted_touch(rows):\n    rows.filter(pk=1).update($field=None)\n\n\n"
        + "def planted():\n    planted_touch($Model.objects.all())\n"
    ),
    "class as a parameter": as_code(
        _IMPORT
        + "def planted_wipe(model, **lookups):\n    model.objects.filter(**lookups).delete()\n\n\n"
        + "def planted():\n    planted_wipe($Model, pk=1)\n"
    ),
    "result of a function": as_code(
        _IMPORT
        + "def planted_find():\n    return $Model.objects.first()\n\n\n"
        + "def planted():\n    planted_find().delete()\n"
    ),
    "generator": as_code(
        _IMPORT
        + "def planted_rows():\n    yield from $Model.objects.all()\n\n\n"
        + "def planted():\n    for row in planted_rows():\n        row.save()\n"
    ),
    "class attribute model": as_code(
        _IMPORT
        + "class Planted:\n    model = $Model\n\n    def wipe(self):\n        self.model.objects.filter(pk=1).delete()\n"
    ),
    "class attribute of a subclass": as_code(
        _IMPORT
        + "class PlantedBase:\n    model = None\n\n    def wipe(self):\n        self.model.objects.filter(pk=1).delete()\n\n\n"
        + "class Planted(PlantedBase):\n    model = $Model\n"
    ),
    "attribute of an instance": as_code(
        _IMPORT
        + "class Planted:\n    def __init__(self):\n        self.row = $Model.objects.first()\n\n"
        + "    def store(self):\n        self.row.save()\n"
    ),
    "property": as_code(
        _IMPORT
        + "class Planted:\n    @property\n    def rows(self):\n        return $Model.objects.all()\n\n"
        + "    def wipe(self):\n        self.rows.delete()\n"
    ),
    "context manager": as_code(
        "from contextlib import contextmanager\n"
        + _IMPORT
        + "@contextmanager\ndef planted_row():\n    row = $Model.objects.first()\n    yield row\n    row.save()\n"
    ),
    "row from a context manager": as_code(
        "from contextlib import contextmanager\n"
        + _IMPORT
        + "@contextmanager\ndef planted_row():\n    yield $Model.objects.first()\n\n\n"
        + "def planted():\n    with planted_row() as row:\n        row.save()\n"
    ),
    "decorated function": as_code(
        "from functools import wraps\n"
        + _IMPORT
        + "def planted_twice(function):\n    @wraps(function)\n    def twice(*args, **kwargs):\n"
        + "        function(*args, **kwargs)\n        return function(*args, **kwargs)\n\n    return twice\n\n\n"
        + "@planted_twice\ndef planted(pk):\n    $Model.objects.filter(pk=pk).update($field=None)\n"
    ),
    "async update": as_code(
        _IMPORT + "async def planted():\n    await $Model.objects.filter(pk=1).aupdate($field=None)\n"
    ),
    "async save": as_code(
        _IMPORT + "async def planted():\n    row = await $Model.objects.aget(pk=1)\n    await row.asave()\n"
    ),
    "async loop": as_code(
        _IMPORT + "async def planted():\n    async for row in $Model.objects.all():\n        await row.adelete()\n"
    ),
    "class-based view": as_code(
        "from django.views.generic import DetailView\n"
        + _IMPORT
        + "class PlantedView(DetailView):\n    model = $Model\n\n    def post(self, request, *args, **kwargs):\n"
        + "        self.get_object().delete()\n"
    ),
    "view with a queryset": as_code(
        "from django.views.generic import ListView\n"
        + _IMPORT
        + "class PlantedView(ListView):\n    queryset = $Model.objects.all()\n\n"
        + "    def post(self, request, *args, **kwargs):\n        self.get_queryset().update($field=None)\n"
    ),
    "signal receiver": as_code(
        "from django.db.models.signals import post_save\nfrom django.dispatch import receiver\n"
        + _IMPORT
        + "@receiver(post_save, sender=$Model)\ndef planted(sender, instance, **kwargs):\n    instance.save()\n"
    ),
    "model form": as_code(
        "from django import forms\n"
        + _IMPORT
        + 'class PlantedForm(forms.ModelForm):\n    class Meta:\n        model = $Model\n        fields = ["$field"]\n\n\n'
        + "def planted(data):\n    PlantedForm(data).save()\n"
    ),
    "rows kept in a list": as_code(
        _IMPORT
        + "def planted():\n    rows = []\n    for pk in (1, 2):\n        rows.append($Model($field=pk))\n"
        + "    $Model.objects.bulk_create(rows)\n"
    ),
    "at the module's own level": as_code(_IMPORT + "$Model.objects.filter(pk=1).delete()\n"),
    "match": as_code(_IMPORT + "def planted(row):\n    match row:\n        case $Model():\n            row.save()\n"),
    "isinstance": as_code(_IMPORT + "def planted(row):\n    if isinstance(row, $Model):\n        row.delete()\n"),
}
