"""django-avatar."""
