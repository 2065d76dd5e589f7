"""mezzanine: columns for order, rich text, choices and files."""

from django.db import models


class OrderField(models.IntegerField):
    pass


class RichTextField(models.TextField):
    pass


class MultiChoiceField(models.CharField):
    pass


class FileField(models.FileField):
    pass
