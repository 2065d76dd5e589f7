"""django-searchable-encrypted-fields: encrypted columns, and what they are searched by."""

from django.db import models


class EncryptedField(models.Field):
    pass


class EncryptedTextField(models.TextField):
    pass


class EncryptedCharField(models.CharField):
    pass


class EncryptedEmailField(models.EmailField):
    pass


class EncryptedIntegerField(models.IntegerField):
    pass


class EncryptedDateField(models.DateField):
    pass


class EncryptedDateTimeField(models.DateTimeField):
    pass


class EncryptedJSONField(models.JSONField):
    pass


class EncryptedBooleanField(models.BooleanField):
    pass


class SearchField(models.CharField):
    pass
