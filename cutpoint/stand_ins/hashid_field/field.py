"""django-hashid-field: keys that are shown otherwise than they are kept."""

from django.db import models


class HashidField(models.IntegerField):
    pass


class BigHashidField(models.BigIntegerField):
    pass


class HashidCharField(models.CharField):
    pass


class HashidAutoField(models.AutoField):
    pass


class BigHashidAutoField(models.BigAutoField):
    pass
