"""morango: managers."""

from django.db import models


class SyncableModelManager(models.Manager):
    pass
