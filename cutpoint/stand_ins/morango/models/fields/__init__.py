"""morango: its fields."""

from morango.models.fields.crypto import PrivateKeyField, PublicKeyField
from morango.models.fields.uuids import UUIDField
