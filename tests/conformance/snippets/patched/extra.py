from django.db import models

from .models import Shop


class Branch(Shop):
    """Only ready() loads this module."""

    where = models.TextField()
