"""django-fsm-log: the ways that were gone."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class StateLog(models.Model):
    timestamp = models.DateTimeField()
    by = models.ForeignKey(getattr(settings, "AUTH_USER_MODEL", "auth.User"), null=True, on_delete=models.SET_NULL)
    source_state = models.CharField(null=True)
    state = models.CharField()
    transition = models.CharField()
    description = models.TextField(null=True)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.TextField()
    content_object = GenericForeignKey("content_type", "object_id")
