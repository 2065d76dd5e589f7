"""django-treebeard."""
