"""Orders of users, with their products and lines."""

from django.conf import settings
from django.db import models

from catalog.models import Product


class Order(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="orders")
    products = models.ManyToManyField(Product, blank=True)
    number = models.CharField(max_length=20, unique=True)
    total = models.IntegerField(default=0)

    class Meta:
        ordering = ["pk"]


class Line(models.Model):
    order = models.ForeignKey(Order, models.CASCADE, related_name="lines")
    product = models.ForeignKey(Product, models.CASCADE)
    amount = models.IntegerField(default=1)

    class Meta:
        unique_together = [("order", "product")]


class Favorite(models.Model):
    """What is deleted leaves an empty place here."""

    product = models.ForeignKey(Product, models.SET_NULL, null=True, blank=True)
    place = models.IntegerField(default=0)
