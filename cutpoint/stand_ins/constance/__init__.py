"""django-constance."""
