"""django-enumfields: members of enumerations."""

from django.db import models


class EnumField(models.CharField):
    pass


class EnumIntegerField(models.IntegerField):
    pass
