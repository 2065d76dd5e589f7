"""django-tree-queries."""
