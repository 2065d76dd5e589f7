"""django-multiselectfield: several choices in one column."""

from django.db import models


class MultiSelectField(models.CharField):
    pass
