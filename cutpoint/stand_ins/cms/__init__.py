"""django-cms."""
