"""django-dynamic-preferences."""
