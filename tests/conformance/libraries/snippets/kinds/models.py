"""Plants that know their kind (django-polymorphic), and vehicles whose kind is asked for (django-model-utils)."""

from django.db import models
from model_utils.managers import InheritanceManager
from polymorphic.models import PolymorphicModel


class Plant(PolymorphicModel):
    name = models.CharField(max_length=20)


class Tree(Plant):
    height = models.IntegerField(default=0)


class Flower(Plant):
    color = models.CharField(max_length=20)


class Bed(models.Model):
    plant = models.ForeignKey(Plant, models.CASCADE, related_name="beds")


class Vehicle(models.Model):
    name = models.CharField(max_length=20)
    objects = InheritanceManager()


class Car(Vehicle):
    doors = models.IntegerField(default=4)


class Bike(Vehicle):
    gears = models.IntegerField(default=7)
