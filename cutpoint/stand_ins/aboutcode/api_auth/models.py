"""aboutcode.api-auth: tokens for an API."""

from django.conf import settings
from django.db import models


class AbstractAPIToken(models.Model):
    key_hash = models.CharField()
    user = models.OneToOneField(settings.AUTH_USER_MODEL, related_name="api_token", on_delete=models.CASCADE)
    prefix = models.CharField()
    created = models.DateTimeField()

    class Meta:
        abstract = True
