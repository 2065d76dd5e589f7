"""django-ltree."""
