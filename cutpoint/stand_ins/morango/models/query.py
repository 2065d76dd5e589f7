"""morango: querysets."""

from django.db import models


class SyncableModelQuerySet(models.QuerySet):
    pass
