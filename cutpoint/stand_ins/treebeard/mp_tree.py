"""django-treebeard: trees as materialized paths."""

from django.db import models
from treebeard.models import Node


class MP_NodeQuerySet(models.QuerySet):
    def delete(self):
        # Parents know how many children they have.
        self.model._base_manager.update()
        return super().delete()


class MP_NodeManager(models.Manager):
    def get_queryset(self):
        return MP_NodeQuerySet(self.model, using=self._db)


class MP_Node(Node):
    path = models.CharField()
    depth = models.PositiveIntegerField()
    numchild = models.PositiveIntegerField()
    objects = MP_NodeManager()

    class Meta:
        abstract = True
