"""django-filer: the abstract base of pictures."""

from django.db import models
from filer.models.filemodels import File


class BaseImage(File):
    file_ptr = models.OneToOneField(
        to="filer.File", parent_link=True, related_name="%(app_label)s_%(class)s_file", on_delete=models.CASCADE
    )
    _height = models.FloatField(null=True)
    _width = models.FloatField(null=True)
    default_alt_text = models.CharField(null=True)
    default_caption = models.CharField(null=True)
    subject_location = models.CharField()

    class Meta:
        app_label = "filer"
        abstract = True
