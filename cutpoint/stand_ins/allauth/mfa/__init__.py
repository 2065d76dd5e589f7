"""django-allauth."""
