"""django-enumfields."""

from enum import Enum, IntEnum

from enumfields.fields import EnumField, EnumIntegerField
