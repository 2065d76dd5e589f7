"""django-tree-queries: trees as adjacency lists."""

from django.db import models
from tree_queries.fields import TreeNodeForeignKey


class TreeNode(models.Model):
    parent = TreeNodeForeignKey("self", null=True, on_delete=models.CASCADE, related_name="children")

    class Meta:
        abstract = True


class OrderableTreeNode(TreeNode):
    position = models.PositiveIntegerField()

    class Meta:
        abstract = True
