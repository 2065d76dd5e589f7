"""django-rules."""
