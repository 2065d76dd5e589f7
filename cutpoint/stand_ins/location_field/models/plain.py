"""django-location-field: places on a map, as text."""

from django.db import models


class PlainLocationField(models.CharField):
    pass
