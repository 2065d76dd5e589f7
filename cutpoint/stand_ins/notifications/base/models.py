"""django-notifications-hq: the abstract base of notifications."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from jsonfield.fields import JSONField


class AbstractNotification(models.Model):
    level = models.CharField()
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notifications")
    unread = models.BooleanField()
    actor_content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="notify_actor")
    actor_object_id = models.CharField()
    actor = GenericForeignKey("actor_content_type", "actor_object_id")
    verb = models.CharField()
    description = models.TextField(null=True)
    target_content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="notify_target", null=True
    )
    target_object_id = models.CharField(null=True)
    target = GenericForeignKey("target_content_type", "target_object_id")
    action_object_content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="notify_action_object", null=True
    )
    action_object_object_id = models.CharField(null=True)
    action_object = GenericForeignKey("action_object_content_type", "action_object_object_id")
    timestamp = models.DateTimeField()
    public = models.BooleanField()
    deleted = models.BooleanField()
    emailed = models.BooleanField()
    data = JSONField(null=True)

    class Meta:
        abstract = True
