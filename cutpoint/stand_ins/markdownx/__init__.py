"""django-markdownx."""
