"""django-admin-sortable: rows in an order of their own."""

from django.db import models


class SortableMixin(models.Model):
    class Meta:
        abstract = True


class Sortable(SortableMixin):
    order = models.PositiveIntegerField()

    class Meta:
        abstract = True
