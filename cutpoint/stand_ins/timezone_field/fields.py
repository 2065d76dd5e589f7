"""django-timezone-field: time zones by name."""

from django.db import models


class TimeZoneField(models.Field):
    pass
