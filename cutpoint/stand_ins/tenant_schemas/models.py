"""django-tenant-schemas: tenants, each with a schema."""

from django.db import models


class TenantMixin(models.Model):
    domain_url = models.CharField()
    schema_name = models.CharField()

    class Meta:
        abstract = True
