"""django-config-models: settings kept as rows, one for each change."""

from django.conf import settings
from django.db import models


class ConfigurationModel(models.Model):
    change_date = models.DateTimeField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT)
    enabled = models.BooleanField()

    class Meta:
        abstract = True
