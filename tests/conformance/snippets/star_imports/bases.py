from django.db import models

__all__ = ["Named", "models"]


class Named(models.Model):
    name = models.CharField(max_length=5)

    class Meta:
        abstract = True


class Private(models.Model):
    class Meta:
        abstract = True
