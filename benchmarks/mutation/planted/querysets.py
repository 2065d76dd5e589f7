"""Writes through the class of another service, in an existing function."""

from benchmarks.mutation.planted.kind import Kinds, with_model

_IMPORT = "from $models import $Model\n"

# ruff: noqa: S608 (SQL that is built from names is what is planted)

KINDS: Kinds = {
    "queryset update": with_model(_IMPORT + "$Model.objects.filter(pk=1).update($field=None)"),
    "queryset delete": with_model(_IMPORT + "$Model.objects.exclude(pk=1).order_by('pk').delete()"),
    "import under another name": with_model(
        "from $models import $Model as PlantedModel\nPlantedModel.objects.filter(pk=1).update($field=None)"
    ),
    "import of the module": with_model(
        "import $models as planted_models\nplanted_models.$Model.objects.filter(pk=1).delete()"
    ),
    "apps.get_model": with_model(
        'from django.apps import apps\napps.get_model("$app", "$Model").objects.filter(pk=1).update($field=None)'
    ),
    "apps.get_model of one text": with_model(
        'from django.apps import apps\nplanted_model = apps.get_model("$app.$Model")\nplanted_model.objects.all().delete()'
    ),
    "import_module": with_model(
        'from importlib import import_module\nimport_module("$models").$Model.objects.filter(pk=1).delete()'
    ),
    "create": with_model(_IMPORT + "$Model.objects.create($field=None)"),
    "get_or_create": with_model(_IMPORT + "planted_row, _planted = $Model.objects.get_or_create(pk=1)"),
    "update_or_create": with_model(_IMPORT + '$Model.objects.update_or_create(pk=1, defaults={"$field": None})'),
    "bulk_create": with_model(_IMPORT + "$Model.objects.bulk_create([$Model($field=None) for _planted in range(3)])"),
    "bulk_update": with_model(
        _IMPORT + 'planted_rows = list($Model.objects.all())\n$Model.objects.bulk_update(planted_rows, ["$field"])'
    ),
    "constructor and save": with_model(_IMPORT + "planted_row = $Model($field=None)\nplanted_row.save()"),
    "constructor from a dict": with_model(
        _IMPORT + 'planted_values = {"$field": None}\n$Model(**planted_values).save()'
    ),
    "row by row": with_model(_IMPORT + "for planted_row in $Model.objects.iterator():\n    planted_row.save()"),
    "in_bulk": with_model(
        _IMPORT + "for planted_row in $Model.objects.in_bulk([1]).values():\n    planted_row.delete()"
    ),
    "get_object_or_404": with_model(
        "from django.shortcuts import get_object_or_404\n" + _IMPORT + "get_object_or_404($Model, pk=1).delete()"
    ),
    "dict of classes": with_model(_IMPORT + 'planted = {"one": $Model}\nplanted["one"].objects.filter(pk=1).delete()'),
    "loop over classes": with_model(
        _IMPORT + "for planted_model in ($Model,):\n    planted_model.objects.all().delete()"
    ),
    "manager in a variable": with_model(_IMPORT + "planted = $Model._default_manager\nplanted.create($field=None)"),
    "filter in steps": with_model(
        _IMPORT
        + "planted = $Model.objects.all()\nif planted.exists():\n    planted = planted.filter(pk=1)\nplanted.update($field=None)"
    ),
    "with Q": with_model(
        "from django.db.models import Q\n" + _IMPORT + "$Model.objects.filter(Q(pk=1) | Q(pk=2)).update($field=None)"
    ),
    "slice of the rows": with_model(_IMPORT + "for planted_row in $Model.objects.all()[:5]:\n    planted_row.delete()"),
    "raw SQL by cursor": with_model(
        "from django.db import connection\nwith connection.cursor() as planted_cursor:\n"
        '    planted_cursor.execute("UPDATE $table SET $field = NULL WHERE id = %s", [1])'
    ),
    "raw SQL, table from _meta": with_model(
        "from django.db import connection\n" + _IMPORT + "with connection.cursor() as planted_cursor:\n"
        '    planted_cursor.execute(f"DELETE FROM {$Model._meta.db_table} WHERE id = %s", [1])'
    ),
    "raw SQL of a named connection": with_model(
        'from django.db import connections\nplanted_cursor = connections["default"].cursor()\n'
        'planted_sql = "DELETE FROM $table"\nplanted_sql += " WHERE id = 1"\nplanted_cursor.execute(planted_sql)'
    ),
}
