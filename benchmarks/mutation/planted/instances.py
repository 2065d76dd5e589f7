"""Writes of a row that an existing function has in scope."""

from benchmarks.mutation.planted.kind import Kinds, with_row

KINDS: Kinds = {
    "attribute chain and save": with_row("$row.$field = $row.$field\n$row.save()", chained=True),
    "name and save": with_row("$row.save()", direct=True),
    "save of some fields": with_row('$row.save(update_fields=["$field"])'),
    "delete of an instance": with_row("$row.delete()"),
    "setattr and save": with_row('setattr($row, "$field", $row.$field)\n$row.save()'),
    "another name and save": with_row("planted_row = $row\nplanted_row.save()"),
    "assignment expression": with_row("if planted_row := $row:\n    planted_row.save()"),
    "unpacked from a tuple": with_row("planted_row, _planted = $row, None\nplanted_row.save()"),
    "comprehension": with_row("_planted = [planted_row.save() for planted_row in [$row]]"),
    "nested function": with_row("def planted_save():\n    $row.save()\n\nplanted_save()"),
    "lambda": with_row("planted_save = lambda: $row.save()\nplanted_save()"),
    "in a transaction": with_row("from django.db import transaction\nwith transaction.atomic():\n    $row.save()"),
    "on commit": with_row("from django.db import transaction\ntransaction.on_commit(lambda: $row.save())"),
    "bound method": with_row("planted_save = $row.save\nplanted_save()"),
    "partial": with_row('from functools import partial\npartial($row.save, update_fields=["$field"])()'),
    "getattr": with_row('getattr($row, "save")()'),
    "type(x)": with_row("type($row).objects.filter(pk=$row.pk).update($field=$row.$field)"),
    "__class__": with_row("$row.__class__._default_manager.filter(pk=$row.pk).delete()"),
    "F-update": with_row(
        "from django.db.models import F\ntype($row)._base_manager.filter(pk=$row.pk).update($field=F('$field'))"
    ),
    "in try and finally": with_row("try:\n    $row.full_clean()\nfinally:\n    $row.save()"),
    "out of a dict": with_row('planted_rows = {"row": $row}\nplanted_rows["row"].save()'),
    "conditional expression": with_row(
        "planted_row = $row if $row else None\nif planted_row:\n    planted_row.delete()"
    ),
    "parameter without annotation": with_row("$row.save()", guessed=True),
    "refetched": with_row("type($row).objects.get(pk=$row.pk).delete()"),
}
