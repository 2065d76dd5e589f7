"""django-any-urlfield: addresses of anything."""

from django.db import models


class AnyUrlField(models.CharField):
    pass
