"""django-money."""
