"""django-imagekit: pictures made from pictures; only a `ProcessedImageField` has a column."""

from django.db import models


class ImageSpecField:
    pass


class ProcessedImageField(models.ImageField):
    pass
