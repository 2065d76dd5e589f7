"""django-cryptography: encrypted columns; `encrypt(CharField())` gives the field back."""

from django.db import models


class EncryptedMixin:
    pass


class PickledField(models.BinaryField):
    pass


def encrypt(base_field, key=None, ttl=None):
    return base_field
