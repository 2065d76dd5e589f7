"""The kinds of planted writes: the text of each, what it needs of a model, and which table it writes.

In a text, `$row` is a row, `$rows` a queryset, `$M` the written model's name with `$objects` its manager, `$S` a model of the
place's own app, `$rel` a relation of the row, `$f` and `$col` a field and its column, `$v` a value for it, `$kw` what a new row needs,
`$t` the table, `$label` the model's app and `$n` the number of the plant.
"""

from enum import StrEnum
from typing import NamedTuple

from benchmarks.planted_writes.truth import Model, Relation, Truth


class Way(StrEnum):
    """From the row that a text has to the table that it writes."""

    OWN = "own"
    KEY = "key"
    REVERSE = "reverse"
    NULLABLE = "nullable"
    MANY = "many"


class Place(StrEnum):
    """Where a text stands: among the statements of a function, below a module, or in a file of its own."""

    BODY = "body"
    MODULE = "module"
    COMMAND = "command"


class Kind(NamedTuple):
    """One way of writing."""

    name: str
    action: str
    text: str
    way: Way = Way.OWN
    place: Place = Place.BODY
    is_flat: bool = False
    """Only of models without a parent that has a table."""
    is_alone: bool = False
    """It writes no other table, whatever the model's relations and signals are."""
    imports: str = ""


class Target(NamedTuple):
    """What a text writes."""

    model: Model
    relation: Relation
    table: str
    app: str


_DB = "from django.db import connection"
_FORMS = "from django import forms"
_VIEWS = "from django.views import generic as planted_generic"
_ROW = (
    Kind("save existing", "update", "$row.$f = $v\n$row.save()"),
    Kind("save(update_fields)", "update", '$row.$f = $v\n$row.save(update_fields=["$f"])'),
    Kind("obj.delete", "delete", "$row.delete()"),
    Kind("bulk_update", "update", '$row.$f = $v\n$M.$objects.bulk_update([$row], ["$f"])', is_alone=True),
    Kind("on_commit, a method", "delete", "transaction.on_commit($row.delete)", imports="from django.db import transaction"),
    Kind(
        "on_commit, a function",
        "update",
        "def planted_later():\n    $row.$f = $v\n    $row.save()\ntransaction.on_commit(planted_later)",
        imports="from django.db import transaction",
    ),
    Kind("relation hop, save", "update", "$row.$rel.$f = $v\n$row.$rel.save()", Way.KEY),
    Kind("relation hop, delete", "delete", "$row.$rel.delete()", Way.KEY),
    Kind("reverse create", "insert", "$row.$rel.create($kw)", Way.REVERSE),
    Kind("reverse get_or_create", "insert", "$row.$rel.get_or_create($kw)", Way.REVERSE),
    Kind("reverse add", "update", "$row.$rel.add($M.$objects.get(pk=1))", Way.REVERSE),
    Kind("reverse update", "update", "$row.$rel.update($f=$v)", Way.REVERSE, is_alone=True),
    Kind("reverse filter update", "update", "$row.$rel.filter(pk=1).update($f=$v)", Way.REVERSE, is_alone=True),
    Kind("reverse delete", "delete", "$row.$rel.all().delete()", Way.REVERSE),
    Kind("reverse row save", "update", "planted_other = $row.$rel.first()\nplanted_other.$f = $v\nplanted_other.save()", Way.REVERSE),
    Kind("reverse set", "update", "$row.$rel.set([])", Way.NULLABLE),
    Kind("reverse clear", "update", "$row.$rel.clear()", Way.NULLABLE),
    Kind("reverse remove", "update", "$row.$rel.remove($M.$objects.get(pk=1))", Way.NULLABLE),
    Kind("m2m add", "insert", "$row.$rel.add(1)", Way.MANY),
    Kind("m2m remove", "delete", "$row.$rel.remove(1)", Way.MANY),
    Kind("m2m set", "delete", "$row.$rel.set([1])", Way.MANY),
    Kind("m2m clear", "delete", "$row.$rel.clear()", Way.MANY),
)
_ROWS = (
    Kind("qs.update", "update", "$rows.update($f=$v)", is_alone=True),
    Kind("qs.delete", "delete", "$rows.delete()"),
    Kind("qs.filter.update", "update", "$rows.filter(pk=1).update($f=$v)", is_alone=True),
    Kind("_raw_delete", "delete", "$rows._raw_delete($rows.db)", is_flat=True, is_alone=True),
    Kind("loop, save", "update", "for planted_row in $rows:\n    planted_row.$f = $v\n    planted_row.save()"),
)
_MODEL = (
    Kind("create", "insert", "$M.$objects.create($kw)"),
    Kind("save new", "insert", "$M($kw).save()"),
    Kind("save new, in two steps", "insert", "planted_new = $M()\nplanted_new.$f = $v\nplanted_new.save()"),
    Kind("get_or_create", "insert", "planted_new, planted_is_new = $M.$objects.get_or_create($kw)"),
    Kind("update_or_create", "update", "$M.$objects.update_or_create(pk=1, defaults={'$f': $v})"),
    Kind("bulk_create", "insert", "$M.$objects.bulk_create([$M($kw)])", is_flat=True, is_alone=True),
    Kind(
        "update with Subquery",
        "update",
        '$M.$objects.filter(pk=1).update($f=Subquery($M.$objects.filter(pk=2).values("$f")[:1]))',
        is_alone=True,
        imports="from django.db.models import Subquery",
    ),
    Kind(
        "get_model, update",
        "update",
        'planted_apps.get_model("$label", "$name").$objects.filter(pk=1).update($f=$v)',
        is_alone=True,
        imports="from django.apps import apps as planted_apps",
    ),
    Kind(
        "get_model, create",
        "insert",
        'PlantedModel = planted_apps.get_model("$label.$name")\nPlantedModel.$objects.create($kw)',
        imports="from django.apps import apps as planted_apps",
    ),
    Kind(
        "cursor INSERT",
        "insert",
        'with connection.cursor() as planted_cursor:\n    planted_cursor.execute("INSERT INTO $t ($col) VALUES (%s)", [$v])',
        is_alone=True,
        imports=_DB,
    ),
    Kind(
        "cursor UPDATE",
        "update",
        'with connection.cursor() as planted_cursor:\n    planted_cursor.execute("UPDATE $t SET $col = %s WHERE $col = %s", [$v, $v])',
        is_alone=True,
        imports=_DB,
    ),
    Kind("cursor DELETE", "delete", 'connection.cursor().execute("DELETE FROM $t WHERE $col = %s", [$v])', is_alone=True, imports=_DB),
    Kind("acreate", "insert", "async def planted_$n():\n    await $M.$objects.acreate($kw)", place=Place.MODULE),
    Kind(
        "asave",
        "update",
        "async def planted_$n(pk):\n    row = await $M.$objects.aget(pk=pk)\n    row.$f = $v\n    await row.asave()",
        place=Place.MODULE,
    ),
    Kind(
        "ModelForm.save",
        "insert",
        'class PlantedForm$n(forms.ModelForm):\n    class Meta:\n        model = $M\n        fields = ["$f"]\n\n\n'
        "def planted_$n(request):\n    form = PlantedForm$n(request.POST)\n    if form.is_valid():\n        form.save()",
        place=Place.MODULE,
        imports=_FORMS,
    ),
    *(
        Kind(
            name,
            action,
            f"class Planted$n(planted_generic.{name}):\n    model = $M\n{more}",
            place=Place.MODULE,
            imports=_VIEWS,
        )
        for name, action, more in (
            ("CreateView", "insert", '    fields = ["$f"]\n    success_url = "/"'),
            ("UpdateView", "update", '    fields = ["$f"]\n    success_url = "/"'),
            ("DeleteView", "delete", '    success_url = "/"'),
        )
    ),
    Kind(
        "ModelAdmin",
        "insert",
        '@planted_admin.register($M)\nclass Planted$n(planted_admin.ModelAdmin):\n    list_display = ["$f"]',
        place=Place.MODULE,
        imports="from django.contrib import admin as planted_admin",
    ),
    Kind(
        "signal receiver",
        "insert",
        "@planted_receiver(planted_signals.post_save, sender=$S)\ndef planted_$n(sender, instance, **kwargs):\n    $M.$objects.create($kw)",
        place=Place.MODULE,
        imports="from django.db.models import signals as planted_signals\nfrom django.dispatch import receiver as planted_receiver",
    ),
    Kind(
        "task",
        "update",
        "@planted_task\ndef planted_$n(pk):\n    $M.$objects.filter(pk=pk).update($f=$v)",
        place=Place.MODULE,
        is_alone=True,
        imports="from celery import shared_task as planted_task",
    ),
    Kind(
        "management command",
        "insert",
        "from django.core.management.base import BaseCommand\n\n$import\n\n\nclass Command(BaseCommand):\n"
        "    def handle(self, *args, **options):\n        $M.$objects.create($kw)",
        place=Place.COMMAND,
    ),
)
WITH_ROWS = (*_ROW, *_ROWS)
"""Those that existing code can have the receiver for."""
ALL = (*WITH_ROWS, *_MODEL)
UNRELATED = {
    "insert": Kind("create", "insert", "$M.$objects.create($kw)"),
    "update": Kind("qs.update", "update", "$M.$objects.filter(pk=3).update($f=$v)"),
    "delete": Kind("qs.delete", "delete", "$M.$objects.filter(pk=3).delete()"),
}
"""What is deleted beside a write of the same action."""


def targets_of(kind: Kind, model: Model, truth: Truth) -> list[Target]:
    """What *kind* can write that has a row of *model*, and that is the project's own and has what the text needs."""
    nothing = Relation("", "")
    match kind.way:
        case Way.OWN:
            found = [Target(model, nothing, model.table, model.app)]
        case Way.MANY:
            found = [Target(model, each, each.table, model.app) for each in model.many]
        case _:
            wanted = model.keys if kind.way is Way.KEY else model.reverse
            found = [
                Target(other, each, other.table, other.app)
                for each in wanted
                if kind.way is not Way.NULLABLE or each.can_be_null
                if (other := truth.models.get(each.to)) is not None
            ]
    return [each for each in found if each.model.fields and not (kind.is_flat and each.model.is_child)]
