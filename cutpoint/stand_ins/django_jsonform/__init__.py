"""django-jsonform."""
