"""django-cms: placeholders, which plugins lie in."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class Placeholder(models.Model):
    slot = models.CharField()
    default_width = models.PositiveSmallIntegerField(null=True)
    content_type = models.ForeignKey(ContentType, null=True, on_delete=models.SET_NULL)
    object_id = models.PositiveIntegerField(null=True)
    source = GenericForeignKey("content_type", "object_id")

    class Meta:
        app_label = "cms"
