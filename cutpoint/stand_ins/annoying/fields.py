"""django-annoying: a one-to-one field that makes its row, and JSON kept as text."""

from django.db import models


class AutoOneToOneField(models.OneToOneField):
    pass


class JSONField(models.TextField):
    pass
