"""django-extensions: fields for times, slugs and random keys."""

from django.db import models


class AutoSlugField(models.SlugField):
    pass


class RandomCharField(models.CharField):
    pass


class CreationDateTimeField(models.DateTimeField):
    pass


class ModificationDateTimeField(CreationDateTimeField):
    pass


class ShortUUIDField(models.CharField):
    pass
