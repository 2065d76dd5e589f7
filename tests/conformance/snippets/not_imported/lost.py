from django.db import models


class Lost(models.Model):
    """Nobody imports this one."""
