"""django-filer: the column of a file."""

from django.db import models


class MultiStorageFileField(models.FileField):
    pass
