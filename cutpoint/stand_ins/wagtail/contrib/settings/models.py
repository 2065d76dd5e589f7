"""wagtail: settings kept as rows, for each site or for all."""

from django.db import models
from wagtail.models import Site


class AbstractSetting(models.Model):
    class Meta:
        abstract = True


class BaseSiteSetting(AbstractSetting):
    site = models.OneToOneField(Site, on_delete=models.CASCADE)

    class Meta:
        abstract = True


class BaseSetting(BaseSiteSetting):
    class Meta:
        abstract = True


class BaseGenericSetting(AbstractSetting):
    class Meta:
        abstract = True


def register_setting(model=None, **options):
    return (lambda cls: cls) if model is None else model
