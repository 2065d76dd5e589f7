"""django-celery-beat."""
