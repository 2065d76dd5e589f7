"""django-filer."""
