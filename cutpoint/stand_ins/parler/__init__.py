"""django-parler."""
