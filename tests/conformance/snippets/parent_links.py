"""A parent link with a name of its own, key or not, own or from an abstract base."""

from django.db import models


class Place(models.Model):
    name = models.CharField(max_length=5)


class Garage(Place):
    place = models.OneToOneField(Place, models.CASCADE, parent_link=True, primary_key=True)


class Parking(Place):
    number = models.AutoField(primary_key=True)
    where = models.OneToOneField("Place", on_delete=models.PROTECT, parent_link=True, related_name="parking_of")


class Linked(models.Model):
    spot = models.OneToOneField(Place, on_delete=models.CASCADE, parent_link=True)

    class Meta:
        abstract = True


class Harbor(Linked, Place):
    ships = models.IntegerField()


class Sign(models.Model):
    at = models.OneToOneField(Place, on_delete=models.CASCADE)
