"""Writes of rows and classes that come a long way round."""

from benchmarks.mutation.planted.kind import Kinds, as_code, with_model, with_row

_IMPORT = "from $models import $Model\n"
_TOP = "from $models import $Model\n\n\n"

KINDS: Kinds = {
    "copy.copy": with_row(
        "from copy import copy\nplanted_copy = copy($row)\nplanted_copy.pk = None\nplanted_copy.save()"
    ),
    "_meta.model": with_row("$row._meta.model._default_manager.filter(pk=$row.pk).delete()"),
    "enumerate": with_row("for _planted, planted_row in enumerate([$row]):\n    planted_row.save()"),
    "sorted": with_row("planted_rows = sorted([$row], key=lambda row: row.pk)\nplanted_rows[0].delete()"),
    "map": with_row("list(map(lambda row: row.save(), [$row]))"),
    "next of an iterator": with_model(_IMPORT + "planted_row = next(iter($Model.objects.all()))\nplanted_row.delete()"),
    "max of the rows": with_model(
        _IMPORT + "planted_row = max($Model.objects.all(), key=lambda row: row.pk)\nplanted_row.save()"
    ),
    "list, filtered": with_model(
        _IMPORT + "planted_rows = [row for row in list($Model.objects.all()) if row.pk]\nplanted_rows[-1].save()"
    ),
    "union of querysets": with_model(
        _IMPORT + "planted = $Model.objects.filter(pk=1) | $Model.objects.filter(pk=2)\nplanted.update($field=None)"
    ),
    "getattr of a module": with_model(
        'import $models as planted_models\ngetattr(planted_models, "$Model").objects.all().delete()'
    ),
    "partial of a manager's method": with_model(
        "from functools import partial\n"
        + _IMPORT
        + "planted_make = partial($Model.objects.create, $field=None)\nplanted_make()"
    ),
    "dict of functions": with_model(_IMPORT + 'planted = {"wipe": $Model.objects.all().delete}\nplanted["wipe"]()'),
    "content type": with_model(
        "from django.contrib.contenttypes.models import ContentType\n"
        + _IMPORT
        + "ContentType.objects.get_for_model($Model).model_class().objects.filter(pk=1).delete()"
    ),
    "chained from itertools": with_model(
        "from itertools import chain\n"
        + _IMPORT
        + "for planted_row in chain($Model.objects.all(), []):\n    planted_row.save()"
    ),
    "sync_to_async": as_code(
        "from asgiref.sync import sync_to_async\n"
        + _TOP
        + "async def planted():\n    row = await $Model.objects.afirst()\n    await sync_to_async(row.save)()\n"
    ),
    "spread arguments": as_code(
        _TOP
        + "def planted_save(*rows, **options):\n    for row in rows:\n        row.save(**options)\n\n\n"
        + "def planted():\n    planted_save(*$Model.objects.all())\n"
    ),
    "keyword argument passed on": as_code(
        _TOP
        + "def planted_inner(**given):\n    given['row'].delete()\n\n\n"
        + "def planted_outer(**given):\n    planted_inner(**given)\n\n\n"
        + "def planted():\n    planted_outer(row=$Model.objects.first())\n"
    ),
    "dataclass": as_code(
        "from dataclasses import dataclass\n"
        + _TOP
        + "@dataclass\nclass Planted:\n    row: $Model\n\n\ndef planted(given: Planted):\n    given.row.save()\n"
    ),
    "named tuple": as_code(
        "from typing import NamedTuple\n"
        + _TOP
        + "class Planted(NamedTuple):\n    row: $Model\n    n: int\n\n\n"
        + "def planted(given: Planted):\n    row, _ = given\n    row.delete()\n"
    ),
    "class method of a mixin": as_code(
        _TOP
        + "class PlantedMixin:\n    @classmethod\n    def wipe(cls):\n        cls.target.objects.all().delete()\n\n\n"
        + "class Planted(PlantedMixin):\n    target = $Model\n\n\ndef planted():\n    Planted.wipe()\n"
    ),
    "cached property": as_code(
        "from django.utils.functional import cached_property\n"
        + _TOP
        + "class Planted:\n    @cached_property\n    def row(self):\n        return $Model.objects.first()\n\n"
        + "    def store(self):\n        self.row.save()\n"
    ),
    "connected receiver": as_code(
        "from django.db.models.signals import pre_delete\n"
        + _TOP
        + "def planted(sender, instance, **kwargs):\n    instance.save()\n\n\n"
        + "pre_delete.connect(planted, sender=$Model)\n"
    ),
    "thread pool": as_code(
        "from concurrent.futures import ThreadPoolExecutor\n"
        + _TOP
        + "def planted_store(row):\n    row.save()\n\n\n"
        + "def planted():\n    with ThreadPoolExecutor() as pool:\n        list(pool.map(planted_store, $Model.objects.all()))\n"
    ),
    "recursive function": as_code(
        _TOP
        + "def planted_each(rows):\n    if not rows:\n        return\n    rows[0].delete()\n    planted_each(rows[1:])\n\n\n"
        + "def planted():\n    planted_each(list($Model.objects.all()))\n"
    ),
    "executemany": as_code(
        "from django.db import connection\n\nPLANTED = 'UPDATE $table SET $field = %s WHERE id = %s'\n\n\n"
        "def planted():\n    with connection.cursor() as cursor:\n        cursor.executemany(PLANTED, [(None, 1)])\n"
    ),
    "SQL by format": as_code(
        "from django.db import connection\n\n\ndef planted_run(sql, values=()):\n    with connection.cursor() as cursor:\n"
        "        cursor.execute(sql, values)\n\n\n"
        "def planted():\n    planted_run('DELETE FROM {} WHERE id = %s'.format('$table'), [1])\n"
    ),
    "function that gives a class": as_code(
        _TOP
        + "def planted_model(kind):\n    if kind == 'one':\n        return $Model\n    raise ValueError(kind)\n\n\n"
        + "def planted(kind):\n    planted_model(kind).objects.filter(pk=1).update($field=None)\n"
    ),
    "registry filled by a decorator": as_code(
        _TOP
        + "PLANTED = {}\n\n\ndef planted_register(name):\n    def decorator(function):\n        PLANTED[name] = function\n"
        + "        return function\n\n    return decorator\n\n\n@planted_register('one')\ndef planted_wipe(row):\n    row.delete()\n\n\n"
        + "def planted():\n    PLANTED['one']($Model.objects.first())\n"
    ),
    "overridden hook": as_code(
        _TOP
        + "class PlantedBase:\n    def run(self):\n        for row in self.rows():\n            row.save()\n\n"
        + "    def rows(self):\n        raise NotImplementedError\n\n\n"
        + "class Planted(PlantedBase):\n    def rows(self):\n        return $Model.objects.all()\n"
    ),
    "deserialized": as_code(
        "from django.core import serializers\n\n\ndef planted(text):\n"
        "    for row in serializers.deserialize('json', text):\n        row.save()\n"
    ),
}
