"""django-computedfields."""
