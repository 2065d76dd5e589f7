"""django-tenants: tenants, each with a schema, and their domains."""

from django.conf import settings
from django.db import models


class TenantMixin(models.Model):
    schema_name = models.CharField()

    class Meta:
        abstract = True


class DomainMixin(models.Model):
    domain = models.CharField()
    tenant = models.ForeignKey(settings.TENANT_MODEL, related_name="domains", on_delete=models.CASCADE)
    is_primary = models.BooleanField()

    class Meta:
        abstract = True
