"""A swappable model: the setting puts another one in its place."""

from django.conf import settings
from django.db import models


class Thing(models.Model):
    name = models.CharField(max_length=5)
    parts = models.ManyToManyField("self")

    class Meta:
        swappable = "THING_MODEL"


class OtherThing(models.Model):
    weight = models.IntegerField()


class Kept(models.Model):
    class Meta:
        swappable = "KEPT_MODEL"


class Use(models.Model):
    thing = models.ForeignKey(settings.THING_MODEL, models.CASCADE)
