"""Bases and proxies whose parents live in another app."""

from django.db import models

from abstract_base.models import Owned
from multi_table.models import Place
from multi_table.models import Restaurant as Diner
from proxies.models import Customer


class Report(Owned):
    pages = models.IntegerField()


class Hotel(Place):
    beds = models.IntegerField()


class FastFood(Diner):
    class Meta:
        proxy = True


class Regular(Customer):
    visits = models.IntegerField()
