"""django-q."""
