from django.db import models


class Forgotten(models.Model):
    """Nobody imports this module, so Django never handles it."""
