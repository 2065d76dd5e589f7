"""django-computedfields: columns that are computed from others."""

from django.db import models


class ComputedFieldsModel(models.Model):
    class Meta:
        abstract = True


def ComputedField(field, **options):
    return field


def computed(field, **options):
    return lambda function: field
