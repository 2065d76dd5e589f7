"""django-filer: pictures."""

from django.db import models
from filer.models.abstract import BaseImage


class Image(BaseImage):
    date_taken = models.DateTimeField(null=True)
    author = models.CharField(null=True)
    must_always_publish_author_credit = models.BooleanField()
    must_always_publish_copyright = models.BooleanField()

    class Meta(BaseImage.Meta):
        app_label = "filer"
        abstract = False
        swappable = "FILER_IMAGE_MODEL"
