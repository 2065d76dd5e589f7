"""Subclasses of plain fields keep their own class name; classes that are no fields are left out."""

from django import forms
from django.db import models

from plain_fields.models import Book


class ShortText(models.CharField):
    description = "short"

    def __init__(self, *args, **kwargs):
        kwargs["max_length"] = 20
        super().__init__(*args, **kwargs)


class Lower(ShortText):
    def get_prep_value(self, value):
        return value.lower()


class Bits(models.Field):
    def db_type(self, connection):
        return "bit"


class Key(models.BigAutoField):
    pass


class Thing:
    def __init__(self, name):
        self.name = name


OPTIONS = {"null": True, "db_column": "opt"}
shared = models.IntegerField(null=True)


def money(**kwargs):
    return models.DecimalField(max_digits=8, decimal_places=2, **kwargs)


class Item(models.Model):
    key = Key(primary_key=True)
    short = ShortText(null=True)
    lower = Lower()
    bits = Bits()
    thing = Thing("thing")
    form = forms.CharField()
    option = models.TextField(**OPTIONS)
    shared = shared
    price = money(null=True)
    aliased = models.TextField(name="real_name")
    choice = (lambda: models.IntegerField(db_column="chosen"))()
