"""morango: its models, fields and managers."""

from morango.models.certificates import Certificate, Nonce, ScopeDefinition
from morango.models.core import (
    Buffer,
    DatabaseIDModel,
    DatabaseMaxCounter,
    DeletedModels,
    HardDeletedModels,
    InstanceIDModel,
    RecordMaxCounter,
    RecordMaxCounterBuffer,
    Store,
    SyncableModel,
    SyncSession,
    TransferSession,
)
from morango.models.fields import PrivateKeyField, PublicKeyField, UUIDField
from morango.models.fields.crypto import SharedKey
from morango.models.fields.uuids import UUIDModelMixin
from morango.models.manager import SyncableModelManager
from morango.models.query import SyncableModelQuerySet
