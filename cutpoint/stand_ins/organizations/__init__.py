"""django-organizations."""
