"""django-solo."""
