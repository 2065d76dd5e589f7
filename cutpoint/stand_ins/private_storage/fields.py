"""django-private-storage: files that not everyone may see."""

from django.db import models


class PrivateFileField(models.FileField):
    pass


class PrivateImageField(models.ImageField):
    pass
