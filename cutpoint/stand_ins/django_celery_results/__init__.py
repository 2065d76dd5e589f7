"""django-celery-results."""
