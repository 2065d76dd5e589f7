"""django-ltree: trees as paths."""

from django.db import models
from django_ltree.fields import PathField


class TreeModel(models.Model):
    path = PathField()

    class Meta:
        abstract = True
