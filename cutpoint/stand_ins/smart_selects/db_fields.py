"""django-smart-selects: relations whose choices depend on one another."""

from django.db import models


class ChainedForeignKey(models.ForeignKey):
    pass


class GroupedForeignKey(models.ForeignKey):
    pass


class ChainedManyToManyField(models.ManyToManyField):
    pass
