"""django-durationwidget: lengths of time."""

from django.db import models


class DurationField(models.DurationField):
    pass
