"""django-localized-fields: values in several languages."""

from django.db import models


class LocalizedField(models.Field):
    pass


class LocalizedCharField(models.Field):
    pass


class LocalizedTextField(models.Field):
    pass


class LocalizedFileField(models.Field):
    pass


class LocalizedIntegerField(models.Field):
    pass


class LocalizedFloatField(models.Field):
    pass


class LocalizedBooleanField(models.Field):
    pass


class LocalizedUniqueSlugField(models.Field):
    pass


class LocalizedAutoSlugField(models.Field):
    pass
