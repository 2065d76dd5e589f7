"""mezzanine: settings kept as rows."""

from django.db import models

from mezzanine.core.models import SiteRelated


class Setting(SiteRelated):
    name = models.CharField(max_length=50)
    value = models.CharField(max_length=2000)
