"""django-bitfield."""

from bitfield.models import BitField
