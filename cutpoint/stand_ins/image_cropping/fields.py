"""django-image-cropping: how a picture is cut."""

from django.db import models


class ImageRatioField(models.CharField):
    pass


class ImageCropField(models.ImageField):
    pass
