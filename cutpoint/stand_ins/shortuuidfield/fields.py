"""django-shortuuidfield: short keys."""

from django.db import models


class ShortUUIDField(models.CharField):
    pass
