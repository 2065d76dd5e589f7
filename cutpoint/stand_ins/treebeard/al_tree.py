"""django-treebeard: trees as adjacency lists; `parent` is the project's own."""

from django.db import models

from treebeard.models import Node


class AL_NodeManager(models.Manager):
    pass


class AL_Node(Node):
    objects = AL_NodeManager()

    class Meta:
        abstract = True
