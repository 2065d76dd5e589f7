"""django-treebeard: what all kinds of nodes have."""

from django.db import models


class Node(models.Model):
    class Meta:
        abstract = True
