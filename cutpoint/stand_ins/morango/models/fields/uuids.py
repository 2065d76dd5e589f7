"""morango: keys that are told from what a row says."""

from django.db import models


class UUIDField(models.CharField):
    pass


class UUIDModelMixin(models.Model):
    id = UUIDField(max_length=32, primary_key=True, editable=False)

    class Meta:
        abstract = True
