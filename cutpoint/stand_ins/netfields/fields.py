"""django-netfields: addresses of machines and networks."""

from django.db import models


class InetAddressField(models.Field):
    pass


class CidrAddressField(models.Field):
    pass


class MACAddressField(models.Field):
    pass


class MACAddress8Field(models.Field):
    pass
