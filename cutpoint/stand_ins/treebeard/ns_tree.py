"""django-treebeard: trees as nested sets."""

from django.db import models

from treebeard.models import Node


class NS_NodeQuerySet(models.QuerySet):
    pass


class NS_NodeManager(models.Manager):
    pass


class NS_Node(Node):
    lft = models.PositiveIntegerField()
    rgt = models.PositiveIntegerField()
    tree_id = models.PositiveIntegerField()
    depth = models.PositiveIntegerField()

    objects = NS_NodeManager()

    class Meta:
        abstract = True
