"""django-any-urlfield."""
