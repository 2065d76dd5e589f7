"""morango: keys that are told from what a row says."""

from django.db import models


class UUIDField(models.CharField):
    pass


class UUIDModelMixin(models.Model):
    id = UUIDField(primary_key=True)

    class Meta:
        abstract = True
