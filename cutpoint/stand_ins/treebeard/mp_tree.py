"""django-treebeard: trees as materialized paths."""

from django.db import models
from treebeard.models import Node


class MP_NodeQuerySet(models.QuerySet):
    pass


class MP_NodeManager(models.Manager):
    pass


class MP_Node(Node):
    path = models.CharField()
    depth = models.PositiveIntegerField()
    numchild = models.PositiveIntegerField()
    objects = MP_NodeManager()

    class Meta:
        abstract = True
