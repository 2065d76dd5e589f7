"""packageurl-python: the parts of a package's URL."""

from django.db import models


class PackageURLQuerySetMixin:
    pass


class PackageURLQuerySet(PackageURLQuerySetMixin, models.QuerySet):
    pass


class PackageURLMixin(models.Model):
    type = models.CharField(max_length=16)
    namespace = models.CharField(max_length=255)
    name = models.CharField(max_length=100)
    version = models.CharField(max_length=100)
    qualifiers = models.CharField(max_length=1024)
    subpath = models.CharField(max_length=200)

    class Meta:
        abstract = True
