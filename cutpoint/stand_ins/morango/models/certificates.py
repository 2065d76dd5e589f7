"""morango: certificates, and what they are good for."""

from django.db import models
from morango.models.fields.crypto import PrivateKeyField, PublicKeyField
from morango.models.fields.uuids import UUIDModelMixin
from mptt.models import MPTTModel


class Certificate(MPTTModel, UUIDModelMixin):
    parent = models.ForeignKey("Certificate", null=True, on_delete=models.CASCADE)
    profile = models.CharField()
    scope_definition = models.ForeignKey("ScopeDefinition", on_delete=models.CASCADE)
    scope_version = models.IntegerField()
    scope_params = models.TextField()
    public_key = PublicKeyField()
    salt = models.CharField()
    serialized = models.TextField()
    signature = models.TextField()
    _private_key = PrivateKeyField(null=True, db_column="private_key")


class Nonce(UUIDModelMixin):
    timestamp = models.DateTimeField()
    ip = models.CharField()


class ScopeDefinition(models.Model):
    id = models.CharField(primary_key=True)
    profile = models.CharField()
    version = models.IntegerField()
    primary_scope_param_key = models.CharField()
    description = models.TextField()
    read_filter_template = models.TextField()
    write_filter_template = models.TextField()
    read_write_filter_template = models.TextField()
