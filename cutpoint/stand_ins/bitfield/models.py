"""django-bitfield: flags in one number."""

from django.db import models


class BitField(models.BigIntegerField):
    pass
