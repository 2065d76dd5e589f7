"""django-private-storage."""
