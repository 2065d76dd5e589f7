"""django-filer: sizes of thumbnails."""

from django.db import models


class ThumbnailOption(models.Model):
    name = models.CharField()
    width = models.IntegerField()
    height = models.IntegerField()
    crop = models.BooleanField()
    upscale = models.BooleanField()

    class Meta:
        app_label = "filer"
