"""A proxy shares the table of what it stands for, and so does a proxy of a proxy."""

from django.db import models


class Person(models.Model):
    name = models.CharField(max_length=5)
    boss = models.ForeignKey("self", models.SET_NULL, null=True)

    class Meta:
        db_table = "people"


class Customer(Person):
    class Meta:
        proxy = True


class GoodCustomer(Customer):
    class Meta:
        proxy = True
        ordering = ["name"]


class Employee(Customer):
    salary = models.IntegerField()


class Visit(models.Model):
    customer = models.ForeignKey(GoodCustomer, models.CASCADE)
