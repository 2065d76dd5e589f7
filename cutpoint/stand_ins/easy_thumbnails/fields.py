"""easy-thumbnails: pictures with thumbnails."""

from django.db import models


class ThumbnailerField(models.FileField):
    pass


class ThumbnailerImageField(models.ImageField):
    pass
