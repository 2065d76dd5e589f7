"""mezzanine: settings kept as rows."""

from django.db import models
from mezzanine.core.models import SiteRelated


class Setting(SiteRelated):
    name = models.CharField()
    value = models.CharField()
