"""django-tree-queries: the relation to a node's parent."""

from django.db import models


class TreeNodeForeignKey(models.ForeignKey):
    pass
