"""django-colorfield."""
