"""Models below if, else, try and with; only those on the branch taken exist."""

from contextlib import suppress

import django
from django.conf import settings
from django.db import models

if settings.USES_POINTS:

    class Points(models.Model):
        value = models.IntegerField()

else:

    class NoPoints(models.Model):
        pass


if django.VERSION >= (3, 0):

    class New(models.Model):
        pass


if getattr(settings, "NOT_SAID_ANYWHERE", False):

    class Never(models.Model):
        pass


try:
    from a_package_that_nobody_has import models as theirs
except ImportError:

    class Fallback(models.Model):
        pass

else:

    class NotHere(theirs.Model):
        pass


with suppress(ImportError):

    class Inside(models.Model):
        pass


class Fielded(models.Model):
    if settings.USES_POINTS:
        points = models.IntegerField()
    else:
        nothing = models.IntegerField()
    try:
        extra = models.IntegerField()
    finally:
        last = models.IntegerField()
