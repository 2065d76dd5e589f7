"""Fields of many types, some of them called by other names."""

import django.db.models
from django.db import models
from django.db import models as m
from django.db.models import BooleanField as Flag
from django.db.models import CharField, Model


class Book(models.Model):
    title = models.CharField(max_length=100)
    pages: int = m.PositiveIntegerField(null=True)
    is_new = Flag(default=False)
    price = django.db.models.DecimalField(max_digits=8, decimal_places=2)
    not_a_field = 3
    extra = {"field": models.CharField(max_length=3)}

    def method(self):
        local = models.CharField(max_length=3)
        return local


class Shelf(Model):
    name = CharField("name of the shelf", max_length=10)
    room = models.SmallIntegerField(blank=True, null=True, db_index=True)
