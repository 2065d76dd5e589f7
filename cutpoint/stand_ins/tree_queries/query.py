"""django-tree-queries: managers."""

from django.db import models


class TreeQuerySet(models.QuerySet):
    pass


class TreeManager(models.Manager):
    pass
