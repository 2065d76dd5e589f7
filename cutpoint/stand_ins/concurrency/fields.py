"""django-concurrency: versions of rows."""

from django.db import models


class VersionField(models.BigIntegerField):
    pass


class IntegerVersionField(VersionField):
    pass


class AutoIncVersionField(VersionField):
    pass


class TriggerVersionField(VersionField):
    pass


class ConditionalVersionField(AutoIncVersionField):
    pass
