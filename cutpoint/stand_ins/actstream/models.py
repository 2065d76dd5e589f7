"""django-activity-stream: who did what to what, and who follows whom."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class Follow(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.CharField()
    follow_object = GenericForeignKey()
    actor_only = models.BooleanField()
    flag = models.CharField()
    started = models.DateTimeField()


class Action(models.Model):
    actor_content_type = models.ForeignKey(ContentType, related_name="actor", on_delete=models.CASCADE)
    actor_object_id = models.CharField()
    actor = GenericForeignKey("actor_content_type", "actor_object_id")
    verb = models.CharField()
    description = models.TextField(null=True)
    target_content_type = models.ForeignKey(ContentType, null=True, related_name="target", on_delete=models.CASCADE)
    target_object_id = models.CharField(null=True)
    target = GenericForeignKey("target_content_type", "target_object_id")
    action_object_content_type = models.ForeignKey(
        ContentType, null=True, related_name="action_object", on_delete=models.CASCADE
    )
    action_object_object_id = models.CharField(null=True)
    action_object = GenericForeignKey("action_object_content_type", "action_object_object_id")
    timestamp = models.DateTimeField()
    public = models.BooleanField()
