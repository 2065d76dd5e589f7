"""django-reversion: versions of rows."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class Revision(models.Model):
    date_created = models.DateTimeField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    comment = models.TextField()

    class Meta:
        app_label = "reversion"


class Version(models.Model):
    revision = models.ForeignKey(Revision, on_delete=models.CASCADE)
    object_id = models.CharField()
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object = GenericForeignKey(ct_field="content_type", fk_field="object_id")
    db = models.CharField()
    format = models.CharField()
    serialized_data = models.TextField()
    object_repr = models.TextField()

    class Meta:
        app_label = "reversion"
