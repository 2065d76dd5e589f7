from django.db import models


class Base(models.Model):
    kept = models.IntegerField()

    class Meta:
        abstract = True


__all__ = ["Base"]
