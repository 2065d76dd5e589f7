"""Generic foreign keys and generic relations."""

from django.contrib.contenttypes import fields
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models


class Tag(models.Model):
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveIntegerField()
    target = GenericForeignKey("content_type", "object_id")


class Note(models.Model):
    kind = models.ForeignKey("contenttypes.ContentType", models.CASCADE, related_name="+")
    key = models.TextField()
    about = fields.GenericForeignKey(ct_field="kind", fk_field="key", for_concrete_model=False)


class Photo(models.Model):
    tags = GenericRelation(Tag)
    notes = GenericRelation("Note", "key", "kind", related_query_name="photo")
