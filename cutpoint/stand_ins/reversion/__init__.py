"""django-reversion."""
