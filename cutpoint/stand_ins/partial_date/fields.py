"""django-partial-date: dates of which only a part is known."""

from django.db import models


class PartialDateField(models.DateTimeField):
    pass
