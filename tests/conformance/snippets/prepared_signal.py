"""A receiver of class_prepared gives every later model of its app a field."""

from django.db import models
from django.db.models.signals import class_prepared


def add_site(sender, **kwargs):
    if sender.__module__ == __name__ and not sender._meta.abstract:
        models.IntegerField(default=1).contribute_to_class(sender, "site_number")


class Before(models.Model):
    pass


class_prepared.connect(add_site)


class After(models.Model):
    pass
