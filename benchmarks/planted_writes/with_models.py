"""Kinds of writes that need no row, among the statements of a function."""

from benchmarks.planted_writes.kind import Kind, Way

_CONNECTION = ("django.db:connection",)
_APPS = ("django.apps:apps",)
_TITLE = '    title = $models.CharField(max_length=9, default="")\n'
_ITS = "${label}_planted$n"

DIRECT = (
    Kind("create", "objects.create", "insert", "$M.$objects.create($kw)"),
    Kind("save of a new row", "Model.save", "insert", "$M($kw).save()"),
    Kind(
        "save of a new row, in steps",
        "Model.save",
        "insert",
        "planted_new = $M($kw)\nplanted_new.$f = $v\nplanted_new.save()",
    ),
    Kind("get_or_create", "get_or_create", "insert", "planted_new, planted_is_new = $M.$objects.get_or_create($kw)"),
    Kind("update_or_create", "update_or_create", "update", '$M.$objects.update_or_create(pk=1, defaults={"$f": $v})'),
    Kind("bulk_create", "bulk_create", "insert", "$M.$objects.bulk_create([$M($kw)])", is_flat=True),
    Kind(
        "update with a subquery",
        "qs.update(x=Subquery)",
        "update",
        '$M.$objects.filter(pk=1).update($f=$Subquery($M.$objects.filter(pk=2).values("$f")[:1]))',
        needs=("django.db.models:Subquery",),
    ),
    Kind(
        "get_model and update",
        "apps.get_model",
        "update",
        '$apps.get_model("$label", "$name").$objects.filter(pk=1).update($f=$v)',
        needs=_APPS,
    ),
    Kind(
        "get_model and create",
        "apps.get_model",
        "insert",
        'PlantedModel = $apps.get_model("$label.$name")\nPlantedModel.$objects.create($kw)',
        needs=_APPS,
    ),
    Kind(
        "SQL INSERT",
        "cursor.execute",
        "insert",
        'with $connection.cursor() as planted_cursor:\n    planted_cursor.execute("INSERT INTO $t ($col) VALUES (%s)", [$v])',
        needs=_CONNECTION,
    ),
    Kind(
        "SQL UPDATE",
        "cursor.execute",
        "update",
        'with $connection.cursor() as planted_cursor:\n    planted_cursor.execute("UPDATE $t SET $col = %s WHERE $col = %s", [$v, $v])',
        needs=_CONNECTION,
    ),
    Kind(
        "SQL DELETE",
        "cursor.execute",
        "delete",
        '$connection.cursor().execute("DELETE FROM $t WHERE $col = %s", [$v])',
        needs=_CONNECTION,
    ),
    Kind(
        "SQL UPDATE by raw",
        "raw()",
        "update",
        'list($M.$objects.raw("UPDATE $t SET $col = %s WHERE $col = %s RETURNING *", [$v, $v]))',
        is_flat=True,
    ),
    Kind(
        "user model by get_user_model",
        "AUTH_USER_MODEL",
        "update",
        "$get_user_model().objects.filter(pk=1).update(last_login=None)",
        Way.USER,
        needs=("django.contrib.auth:get_user_model",),
    ),
    Kind(
        "child of a parent with a table",
        "MTI child",
        "insert",
        "$P($kw).save()",
        beside="class $P($M):\n" + _TITLE,
        is_flat=True,
    ),
    Kind(
        "child's own table",
        "MTI child",
        "insert",
        "$P($kw).save()",
        beside="class $P($M):\n" + _TITLE,
        table=_ITS,
        is_flat=True,
    ),
    Kind(
        "proxy",
        "proxy",
        "update",
        "$P.$objects.filter(pk=1).update($f=$v)",
        beside="class $P($M):\n    class Meta:\n        proxy = True\n",
    ),
    Kind(
        "child of an abstract model",
        "abstract base",
        "insert",
        '$P.objects.create(title="planted")',
        beside="class PlantedBase$n($models.Model):\n"
        + _TITLE
        + "\n    class Meta:\n        abstract = True\n\n\nclass $P(PlantedBase$n):\n    pass\n",
        table=_ITS,
    ),
    Kind(
        "generic relation",
        "GenericRelation manager",
        "insert",
        '$P.objects.get(pk=1).notes.create(title="planted")',
        needs=(
            "django.contrib.contenttypes.models:ContentType",
            "django.contrib.contenttypes.fields:GenericForeignKey",
            "django.contrib.contenttypes.fields:GenericRelation",
        ),
        beside=(
            "class PlantedNote$n($models.Model):\n    kind = $models.ForeignKey($ContentType, $models.CASCADE)\n    key = $models.PositiveIntegerField()\n"
            '    owner = $GenericForeignKey("kind", "key")\n'
            + _TITLE
            + '\n\nclass $P($models.Model):\n    notes = $GenericRelation(PlantedNote$n, content_type_field="kind", object_id_field="key")\n'
        ),
        table="${label}_plantednote$n",
    ),
    Kind(
        "soft delete of safedelete",
        "soft-delete libs",
        "update",
        "$P.objects.get(pk=1).delete()",
        needs=("safedelete.models:SafeDeleteModel",),
        beside="class $P($SafeDeleteModel):\n" + _TITLE,
        table=_ITS,
    ),
    Kind(
        "soft delete of model_utils",
        "soft-delete libs",
        "update",
        "$P.available_objects.get(pk=1).delete()",
        needs=("model_utils.models:SoftDeletableModel",),
        beside="class $P($SoftDeletableModel):\n" + _TITLE,
        table=_ITS,
    ),
    Kind(
        "row with history",
        "django-simple-history",
        "insert",
        '$P(title="planted").save()',
        needs=("simple_history.models:HistoricalRecords",),
        beside="class $P($models.Model):\n" + _TITLE + "    history = $HistoricalRecords()\n",
        table=_ITS,
    ),
    Kind(
        "row with an audit log",
        "audit libs: auditlog",
        "insert",
        '$P(title="planted").save()',
        needs=("auditlog.registry:auditlog",),
        beside="class $P($models.Model):\n" + _TITLE + "\n\n$auditlog.register($P)\n",
        table=_ITS,
    ),
    Kind(
        "row with versions",
        "audit libs: reversion",
        "insert",
        'with $create_revision():\n    $P(title="planted").save()',
        needs=("reversion:create_revision", "reversion:register"),
        beside="@$register\nclass $P($models.Model):\n" + _TITLE,
        table=_ITS,
    ),
)
