"""django-admin-sortable: the relation that rows are ordered within."""

from django.db import models


class SortableForeignKey(models.ForeignKey):
    pass
