"""django-jsonform: JSON and arrays with forms."""

from django.contrib.postgres.fields import ArrayField as BaseArrayField
from django.db import models


class JSONField(models.JSONField):
    pass


class ArrayField(BaseArrayField):
    pass
