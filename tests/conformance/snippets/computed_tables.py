"""db_table from constants, f-strings, settings and functions."""

from django.conf import settings
from django.db import models

PREFIX = "legacy"
TABLES = {"order": "orders_old", "line": PREFIX + "_lines"}


def table(name, version=2):
    return "%s_%s_v%d" % (PREFIX, name, version)


class Order(models.Model):
    class Meta:
        db_table = TABLES["order"]


class Line(models.Model):
    class Meta:
        db_table = TABLES["line"]


class Bill(models.Model):
    class Meta:
        db_table = f"{PREFIX}_bills"


class Note(models.Model):
    class Meta:
        db_table = table("notes")


class Sent(models.Model):
    class Meta:
        db_table = "{}_{}".format(settings.TABLE_PREFIX, "sent")


class Quoted(models.Model):
    others = models.ManyToManyField(Order)

    class Meta:
        db_table = '"schema"."quoted"'


class Joined(models.Model):
    class Meta:
        db_table = "_".join([PREFIX.upper(), "joined".title()])
