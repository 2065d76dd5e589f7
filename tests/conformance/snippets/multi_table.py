"""Multi-table inheritance: a table of its own, and a link to the parent that is the key."""

from django.db import models


class Place(models.Model):
    name = models.CharField(max_length=5)
    friends = models.ManyToManyField("self")

    class Meta:
        db_table = "places"
        ordering = ["name"]


class Restaurant(Place):
    stars = models.IntegerField()


class Pizzeria(Restaurant):
    oven = models.CharField(max_length=5)

    class Meta:
        db_table = "pizzerias"


class Bar(Place):
    beers = models.ManyToManyField(Restaurant, related_name="+")
