"""django-filer: sizes of thumbnails."""

from django.db import models


class ThumbnailOption(models.Model):
    name = models.CharField(max_length=100)
    width = models.IntegerField()
    height = models.IntegerField()
    crop = models.BooleanField(default=True)
    upscale = models.BooleanField(default=True)

    class Meta:
        app_label = "filer"
