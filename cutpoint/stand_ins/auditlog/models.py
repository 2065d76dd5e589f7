"""django-auditlog: changes kept as rows, and the way to them from a model."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericRelation
from django.db import models


class AbstractLogEntry(models.Model):
    content_type = models.ForeignKey("contenttypes.ContentType", on_delete=models.CASCADE, related_name="+")
    object_pk = models.CharField()
    object_id = models.BigIntegerField(null=True)
    object_repr = models.TextField()
    serialized_data = models.JSONField(null=True)
    action = models.PositiveSmallIntegerField()
    changes_text = models.TextField()
    changes = models.JSONField(null=True)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    cid = models.CharField(null=True)
    remote_addr = models.GenericIPAddressField(null=True)
    remote_port = models.PositiveIntegerField(null=True)
    timestamp = models.DateTimeField()
    additional_data = models.JSONField(null=True)
    actor_email = models.CharField(null=True)

    class Meta:
        abstract = True


class LogEntry(AbstractLogEntry):
    class Meta(AbstractLogEntry.Meta):
        swappable = "AUDITLOG_LOGENTRY_MODEL"


class AuditlogHistoryField(GenericRelation):
    def __init__(self, pk_indexable=True, delete_related=False, **kwargs):
        kwargs["to"] = getattr(settings, "AUDITLOG_LOGENTRY_MODEL", None) or "auditlog.LogEntry"
        kwargs["object_id_field"] = "object_id" if pk_indexable else "object_pk"
        kwargs["content_type_field"] = "content_type"
        super().__init__(**kwargs)
