"""django-select-multiple-field: several choices in one column."""

from django.db import models


class SelectMultipleField(models.Field):
    pass
