"""Kinds of writes that take a row or a queryset, which existing code may hold."""

from benchmarks.planted_writes.kind import Kind, Way

_TRANSACTION = ("django.db:transaction",)
_TITLE = '    title = $models.CharField(max_length=9, default="")\n'
_ONE_TO_ONE = (
    "class $P($models.Model):\n"
    '    owner = $models.OneToOneField($M, $models.CASCADE, related_name="planted_$n")\n' + _TITLE
)
_GENERIC = (
    "class $P($models.Model):\n"
    "    kind = $models.ForeignKey($ContentType, $models.CASCADE)\n"
    "    key = $models.PositiveIntegerField()\n"
    '    owner = $GenericForeignKey("kind", "key")\n'
)
_ITS = "${label}_planted$n"

ROW = (
    Kind("save of a row", "Model.save", "update", "$row.$f = $v\n$row.save()"),
    Kind("save with update_fields", "save(update_fields)", "update", '$row.$f = $v\n$row.save(update_fields=["$f"])'),
    Kind("delete of a row", "obj.delete", "delete", "$row.delete()"),
    Kind("bulk_update", "bulk_update", "update", '$row.$f = $v\n$M.$objects.bulk_update([$row], ["$f"])'),
    Kind(
        "on_commit of a method",
        "transaction.on_commit",
        "delete",
        "$transaction.on_commit($row.delete)",
        needs=_TRANSACTION,
    ),
    Kind(
        "on_commit of a function",
        "transaction.on_commit",
        "update",
        "def planted_later():\n    $row.$f = $v\n    $row.save()\n$transaction.on_commit(planted_later)",
        needs=_TRANSACTION,
    ),
    Kind(
        "atomic block",
        "transaction.atomic",
        "update",
        "with $transaction.atomic():\n    $row.$f = $v\n    $row.save()",
        needs=_TRANSACTION,
    ),
    Kind("save across a key", "inv.order.save", "update", "$row.$rel.$f = $v\n$row.$rel.save()", Way.KEY),
    Kind("delete across a key", "inv.order.save", "delete", "$row.$rel.delete()", Way.KEY),
    Kind("related create", "user.orders.create", "insert", "$row.$rel.create($kw)", Way.REVERSE),
    Kind("related get_or_create", "user.orders.create", "insert", "$row.$rel.get_or_create($kw)", Way.REVERSE),
    Kind("related add", "user.orders.add", "update", "$row.$rel.add($M.$objects.get(pk=1))", Way.REVERSE),
    Kind("related update", "user.orders.update", "update", "$row.$rel.update($f=$v)", Way.REVERSE),
    Kind(
        "related filter and update", "user.orders.update", "update", "$row.$rel.filter(pk=1).update($f=$v)", Way.REVERSE
    ),
    Kind("related delete", "user.orders.all().delete", "delete", "$row.$rel.all().delete()", Way.REVERSE),
    Kind(
        "save of a related row",
        "user.orders.update",
        "update",
        "planted_other = $row.$rel.first()\nplanted_other.$f = $v\nplanted_other.save()",
        Way.REVERSE,
    ),
    Kind("related set", ".set of a nullable reverse key", "update", "$row.$rel.set([])", Way.NULLABLE),
    Kind("related clear", ".clear of a nullable reverse key", "update", "$row.$rel.clear()", Way.NULLABLE),
    Kind(
        "related remove",
        ".remove of a nullable reverse key",
        "update",
        "$row.$rel.remove($M.$objects.get(pk=1))",
        Way.NULLABLE,
    ),
    Kind("many-to-many add", "m2m .add", "insert", "$row.$rel.add(1)", Way.MANY),
    Kind("many-to-many remove", "m2m .remove", "delete", "$row.$rel.remove(1)", Way.MANY),
    Kind("many-to-many set", "m2m .set", "save", "$row.$rel.set([1])", Way.MANY),
    Kind("many-to-many clear", "m2m .clear", "delete", "$row.$rel.clear()", Way.MANY),
    Kind(
        "save of a one-to-one row",
        "O2O reverse",
        "update",
        '$row.planted_$n.title = "planted"\n$row.planted_$n.save()',
        Way.BESIDE,
        beside=_ONE_TO_ONE,
        table=_ITS,
    ),
    Kind("delete with a cascade across", "Deletes: CASCADE", "delete", "$row.delete()", Way.CASCADE),
    Kind(
        "generic key",
        "GFK assign",
        "insert",
        "$P.objects.create(owner=$row)",
        Way.BESIDE,
        needs=(
            "django.contrib.contenttypes.models:ContentType",
            "django.contrib.contenttypes.fields:GenericForeignKey",
        ),
        beside=_GENERIC,
        table=_ITS,
    ),
)
ROWS = (
    Kind("queryset update", "qs.update", "update", "$rows.update($f=$v)"),
    Kind("queryset delete", "qs.delete", "delete", "$rows.delete()"),
    Kind("queryset filter and update", "qs.update", "update", "$rows.filter(pk=1).update($f=$v)"),
    Kind("_raw_delete", "_raw_delete", "delete", "$rows._raw_delete($rows.db)", is_flat=True),
    Kind(
        "loop and save",
        "Model.save",
        "update",
        "for planted_row in $rows:\n    planted_row.$f = $v\n    planted_row.save()",
    ),
)
