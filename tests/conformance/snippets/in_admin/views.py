from django.db import models


class NotLoaded(models.Model):
    """Views are loaded with the first request, not when Django starts."""
