"""packageurl-python: the parts of a package's URL."""

from django.db import models


class PackageURLQuerySetMixin:
    pass


class PackageURLQuerySet(PackageURLQuerySetMixin, models.QuerySet):
    pass


class PackageURLMixin(models.Model):
    type = models.CharField()
    namespace = models.CharField()
    name = models.CharField()
    version = models.CharField()
    qualifiers = models.CharField()
    subpath = models.CharField()

    class Meta:
        abstract = True
