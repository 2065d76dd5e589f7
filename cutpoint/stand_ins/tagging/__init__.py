"""django-tagging."""
