"""Subclasses of generic keys and relations, and a base that carries them."""

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models


class AnyKey(GenericForeignKey):
    def __init__(self, prefix="subject", **kwargs):
        super().__init__(f"{prefix}_type", f"{prefix}_id", **kwargs)


class Comments(GenericRelation):
    def __init__(self, **kwargs):
        super().__init__("own_generic.Comment", "subject_id", "subject_type", **kwargs)


class Comment(models.Model):
    subject_type = models.ForeignKey(ContentType, models.PROTECT, related_name="+")
    subject_id = models.PositiveIntegerField()
    subject = AnyKey()


class Commented(models.Model):
    comments = Comments(related_query_name="%(app_label)s_%(class)s")

    class Meta:
        abstract = True


class Text(Commented):
    pass


class Image(Commented):
    comments = None
