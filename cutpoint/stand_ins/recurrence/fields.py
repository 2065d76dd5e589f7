"""django-recurrence: dates that recur."""

from django.db import models


class RecurrenceField(models.Field):
    pass
