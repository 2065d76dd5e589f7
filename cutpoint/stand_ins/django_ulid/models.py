"""django-ulid: keys that sort by time."""

from django.db import models


class ULIDField(models.Field):
    pass
