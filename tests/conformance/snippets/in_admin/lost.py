from django.db import models


class Lost(models.Model):
    """Only a request would load this module."""
