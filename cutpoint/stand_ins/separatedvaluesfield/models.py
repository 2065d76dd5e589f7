"""django-separatedvaluesfield: several values in one column."""

from django.db import models


class SeparatedValuesField(models.CharField):
    pass
