"""mezzanine: galleries of pictures."""

from django.db import models
from mezzanine.core.fields import FileField
from mezzanine.core.models import Orderable, RichText
from mezzanine.pages.models import Page


class BaseGallery(models.Model):
    zip_import = models.FileField()

    class Meta:
        abstract = True


class Gallery(Page, RichText, BaseGallery):
    pass


class GalleryImage(Orderable):
    gallery = models.ForeignKey("Gallery", on_delete=models.CASCADE, related_name="images")
    file = FileField()
    description = models.CharField()
