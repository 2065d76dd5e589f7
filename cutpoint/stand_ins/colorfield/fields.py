"""django-colorfield: colours."""

from django.db import models


class ColorField(models.CharField):
    pass
