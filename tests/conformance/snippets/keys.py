"""Explicit keys: a text, a one-to-one, a uuid, one from an abstract base; and one that only looks like one."""

import uuid

from django.db import models


class Country(models.Model):
    code = models.CharField(max_length=2, primary_key=True)


class Flag(models.Model):
    country = models.OneToOneField(Country, models.CASCADE, primary_key=True)


class WithUuid(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4)

    class Meta:
        abstract = True


class Parcel(WithUuid):
    flag = models.ForeignKey(Flag, models.CASCADE)


class Numbered(models.Model):
    pk_like = models.IntegerField(primary_key=False, unique=True)
