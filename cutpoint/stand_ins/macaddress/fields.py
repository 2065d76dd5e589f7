"""django-macaddress: addresses of network cards."""

from django.db import models


class MACAddressField(models.BigIntegerField):
    pass
