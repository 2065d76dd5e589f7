"""django-post-office."""
