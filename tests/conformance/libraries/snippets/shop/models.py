"""Items in shops, for libraries that work on any model."""

from django.conf import settings
from django.db import models


class Shop(models.Model):
    name = models.CharField(max_length=20)
    city = models.CharField(max_length=20, blank=True)


class Item(models.Model):
    shop = models.ForeignKey(Shop, models.CASCADE, related_name="items")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True)
    name = models.CharField(max_length=20)
    price = models.IntegerField(default=0)


class Sale(models.Model):
    item = models.ForeignKey(Item, models.CASCADE)
