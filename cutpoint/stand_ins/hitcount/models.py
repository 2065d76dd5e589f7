"""django-hitcount: how often any row was looked at."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class HitCountBase(models.Model):
    hits = models.PositiveIntegerField()
    modified = models.DateTimeField()
    content_type = models.ForeignKey(
        ContentType, related_name="content_type_set_for_%(class)s", on_delete=models.CASCADE
    )
    object_pk = models.PositiveIntegerField()
    content_object = GenericForeignKey("content_type", "object_pk")

    class Meta:
        abstract = True


class HitCount(HitCountBase):
    class Meta(HitCountBase.Meta):
        db_table = "hitcount_hit_count"


class Hit(models.Model):
    created = models.DateTimeField()
    ip = models.CharField()
    session = models.CharField()
    user_agent = models.CharField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE)
    hitcount = models.ForeignKey(HitCount, on_delete=models.CASCADE)


class HitCountMixin:
    pass
