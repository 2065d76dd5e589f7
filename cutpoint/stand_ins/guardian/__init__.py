"""django-guardian."""
