"""The catalog: products with tags that can be put on anything, and prices whose history is kept."""

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models
from simple_history.models import HistoricalRecords


class Color(models.Model):
    name = models.CharField(max_length=20, unique=True)


class Tag(models.Model):
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    about = GenericForeignKey()
    text = models.CharField(max_length=20)


class Product(models.Model):
    name = models.CharField(max_length=50, unique=True)
    color = models.ForeignKey(Color, models.SET_NULL, null=True, blank=True)
    tags = GenericRelation(Tag)


class Tracked(models.Model):
    """Every version of a row is kept as a row of its own."""

    name = models.CharField(max_length=50)
    history = HistoricalRecords()
