"""django-encrypted-model-fields: encrypted columns."""

from django.db import models


class EncryptedCharField(models.CharField):
    pass


class EncryptedTextField(models.TextField):
    pass


class EncryptedDateField(models.DateField):
    pass


class EncryptedDateTimeField(models.DateTimeField):
    pass


class EncryptedEmailField(models.EmailField):
    pass


class EncryptedBooleanField(models.BooleanField):
    pass


class EncryptedIntegerField(models.IntegerField):
    pass
