"""django-tagging: tags written into one column."""

from django.db import models


class TagField(models.CharField):
    pass
