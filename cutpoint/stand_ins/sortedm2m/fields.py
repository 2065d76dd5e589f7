"""django-sortedm2m: many-to-many relations that keep their order."""

from django.db import models


class SortedManyToManyField(models.ManyToManyField):
    pass
