"""django-stdimage: pictures in several sizes."""

from django.db import models


class StdImageField(models.ImageField):
    pass


class JPEGField(StdImageField):
    pass
