"""djangorestframework-api-key: keys of clients."""

from django.db import models


class AbstractAPIKey(models.Model):
    id = models.CharField(primary_key=True)
    prefix = models.CharField()
    hashed_key = models.CharField()
    created = models.DateTimeField()
    name = models.CharField()
    revoked = models.BooleanField()
    expiry_date = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class APIKey(AbstractAPIKey):
    pass
