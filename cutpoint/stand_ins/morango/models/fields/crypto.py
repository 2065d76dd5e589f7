"""morango: keys for signing."""

from django.db import models


class RSAKeyBaseField(models.TextField):
    pass


class PublicKeyField(RSAKeyBaseField):
    pass


class PrivateKeyField(RSAKeyBaseField):
    pass


class SharedKey(models.Model):
    public_key = PublicKeyField()
    private_key = PrivateKeyField()
    current = models.BooleanField()
