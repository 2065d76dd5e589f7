"""django-netfields."""

from netfields.fields import (
    CidrAddressField,
    InetAddressField,
    MACAddress8Field,
    MACAddressField,
)
