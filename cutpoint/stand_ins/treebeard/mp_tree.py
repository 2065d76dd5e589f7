"""django-treebeard: trees as materialized paths."""

from django.db import models

from treebeard.models import Node


class MP_NodeQuerySet(models.QuerySet):
    pass


class MP_NodeManager(models.Manager):
    pass


class MP_Node(Node):
    path = models.CharField(max_length=255, unique=True)
    depth = models.PositiveIntegerField()
    numchild = models.PositiveIntegerField(default=0)

    objects = MP_NodeManager()

    class Meta:
        abstract = True
