"""A composite primary key adds no column, and takes the place of the automatic one."""

from django.db import models


class Line(models.Model):
    pk = models.CompositePrimaryKey("order", "number")
    order = models.ForeignKey("Order", models.CASCADE)
    number = models.IntegerField()


class Order(models.Model):
    pass
