"""Generic keys and relations come down from abstract bases, and to multi-table children."""

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.db import models


class Attached(models.Model):
    content_type = models.ForeignKey("contenttypes.ContentType", models.CASCADE, related_name="%(class)ss")
    object_id = models.PositiveIntegerField()
    owner = GenericForeignKey()

    class Meta:
        abstract = True


class HasNotes(models.Model):
    notes = GenericRelation("generic_inherited.Note")

    class Meta:
        abstract = True


class Note(Attached):
    text = models.TextField()


class File(Attached, HasNotes):
    pass


class Picture(File):
    width = models.IntegerField()


class PictureProxy(File):
    class Meta:
        proxy = True
