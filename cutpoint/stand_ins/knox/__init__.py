"""django-rest-knox."""
