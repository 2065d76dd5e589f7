"""Fallbacks for other versions of Django and of Python."""

import sys

import django
from django.db import models

try:
    from django.db.models import JSONField
except ImportError:
    from django.contrib.postgres.fields import JSONField

try:
    from django.db.models import BooleanOrNullField as NullBooleanField
except ImportError:

    class NullBooleanField(models.BooleanField):
        def __init__(self, **kwargs):
            super().__init__(null=True, **kwargs)


if sys.version_info >= (3, 0):
    text = str
else:
    text = unicode  # noqa: F821

if django.VERSION >= (1, 9):
    on_delete = {"on_delete": models.PROTECT}
else:
    on_delete = {}


class Compatible(models.Model):
    data = JSONField(default=dict)
    maybe = NullBooleanField()
    up = models.ForeignKey("self", **on_delete)

    if django.VERSION[:2] < (2, 0):
        old = models.IntegerField()

    if sys.version_info[0] == 3:
        three = models.IntegerField()


match django.VERSION[0] > 2:
    case True:

        class Matched(models.Model):
            pass

    case False:

        class Unmatched(models.Model):
            pass
