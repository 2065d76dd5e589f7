"""Metas that functions make, that are filled in later, or that know other models."""

from django.conf import settings
from django.db import models


def make_meta(table, **options):
    return type("Meta", (), {"db_table": table, **options})


class Base(models.Model):
    class Meta:
        abstract = settings.USES_POINTS
        app_label = __name__.split(".")[0]


class First(models.Model):
    Meta = make_meta("first_table", managed=False)


class Second(Base):
    class Meta:
        db_table = "%s_history" % First._meta.db_table


class Later:
    pass


Later.db_table = "later"


class Third(Base):
    Meta = Later


class Fourth(models.Model):
    class Meta:
        db_table = Second._meta.app_label + "_" + Second._meta.model_name + "4"


class Fifth(Base):
    class Meta(Base.Meta):
        abstract = False
        db_table = "_".join(["fifth", *("a", "b")])
