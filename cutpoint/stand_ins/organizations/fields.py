"""django-organizations: times and slugs."""

from django.db import models


class AutoCreatedField(models.DateTimeField):
    pass


class AutoLastModifiedField(AutoCreatedField):
    pass


class SlugField(models.SlugField):
    pass
