"""morango: models that are synchronized between databases, and the books that are kept on it."""

from django.db import models
from morango.models.certificates import Certificate
from morango.models.fields.uuids import UUIDField, UUIDModelMixin


class DatabaseIDModel(UUIDModelMixin):
    current = models.BooleanField()
    date_generated = models.DateTimeField()
    initial_instance_id = models.CharField()


class InstanceIDModel(models.Model):
    id = UUIDField(primary_key=True)
    platform = models.TextField()
    hostname = models.TextField()
    sysversion = models.TextField()
    node_id = models.CharField()
    database = models.ForeignKey(DatabaseIDModel, on_delete=models.CASCADE)
    counter = models.IntegerField()
    current = models.BooleanField()
    db_path = models.CharField()
    system_id = models.CharField()


class SyncSession(models.Model):
    id = UUIDField(primary_key=True)
    start_timestamp = models.DateTimeField()
    last_activity_timestamp = models.DateTimeField()
    active = models.BooleanField()
    is_server = models.BooleanField()
    client_certificate = models.ForeignKey(
        Certificate, null=True, related_name="syncsessions_client", on_delete=models.CASCADE
    )
    server_certificate = models.ForeignKey(
        Certificate, null=True, related_name="syncsessions_server", on_delete=models.CASCADE
    )
    profile = models.CharField()
    connection_kind = models.CharField()
    connection_path = models.CharField()
    client_ip = models.CharField()
    server_ip = models.CharField()
    client_instance_id = models.UUIDField(null=True)
    client_instance_json = models.TextField()
    server_instance_id = models.UUIDField(null=True)
    server_instance_json = models.TextField()
    extra_fields = models.TextField()
    process_id = models.IntegerField(null=True)


class TransferSession(models.Model):
    id = UUIDField(primary_key=True)
    filter = models.TextField()
    push = models.BooleanField()
    active = models.BooleanField()
    records_transferred = models.IntegerField()
    records_total = models.IntegerField(null=True)
    bytes_sent = models.BigIntegerField(null=True)
    bytes_received = models.BigIntegerField(null=True)
    sync_session = models.ForeignKey(SyncSession, on_delete=models.CASCADE)
    start_timestamp = models.DateTimeField()
    last_activity_timestamp = models.DateTimeField()
    client_fsic = models.TextField()
    server_fsic = models.TextField()
    transfer_stage = models.CharField(null=True)
    transfer_stage_status = models.CharField(null=True)


class DeletedModels(models.Model):
    id = UUIDField(primary_key=True)
    profile = models.CharField()


class HardDeletedModels(models.Model):
    id = UUIDField(primary_key=True)
    profile = models.CharField()


class AbstractStore(models.Model):
    profile = models.CharField()
    serialized = models.TextField()
    deleted = models.BooleanField()
    hard_deleted = models.BooleanField()
    last_saved_instance = UUIDField()
    last_saved_counter = models.IntegerField()
    partition = models.TextField()
    source_id = models.CharField()
    model_name = models.CharField()
    conflicting_serialized_data = models.TextField()
    _self_ref_fk = models.CharField()

    class Meta:
        abstract = True


class Store(AbstractStore):
    id = UUIDField(primary_key=True)
    dirty_bit = models.BooleanField()
    deserialization_error = models.TextField(null=True)
    deserialization_exception = models.CharField(null=True)
    last_transfer_session_id = UUIDField(null=True)


class Buffer(AbstractStore):
    transfer_session = models.ForeignKey(TransferSession, on_delete=models.CASCADE)
    model_uuid = UUIDField()


class AbstractCounter(models.Model):
    instance_id = UUIDField()
    counter = models.IntegerField()

    class Meta:
        abstract = True


class DatabaseMaxCounter(AbstractCounter):
    partition = models.CharField()


class RecordMaxCounter(AbstractCounter):
    store_model = models.ForeignKey(Store, on_delete=models.CASCADE)


class RecordMaxCounterBuffer(AbstractCounter):
    transfer_session = models.ForeignKey(TransferSession, on_delete=models.CASCADE)
    model_uuid = UUIDField()


class SyncableModel(UUIDModelMixin):
    _morango_dirty_bit = models.BooleanField()
    _morango_source_id = models.CharField()
    _morango_partition = models.CharField()

    class Meta:
        abstract = True
