"""django-extensions."""
