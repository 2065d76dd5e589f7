"""django-concurrency."""
