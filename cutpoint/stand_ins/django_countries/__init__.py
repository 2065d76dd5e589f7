"""django-countries."""
