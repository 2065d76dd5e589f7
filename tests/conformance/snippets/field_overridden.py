"""A child may replace a field of an abstract base, with another type or a foreign key."""

from django.db import models


class Place(models.Model):
    name = models.CharField(max_length=5)


class Base(models.Model):
    where = models.CharField(max_length=50)
    size = models.ForeignKey(Place, models.CASCADE)
    number = models.IntegerField(db_column="nr")

    class Meta:
        abstract = True


class Room(Base):
    where = models.ForeignKey(Place, models.PROTECT, related_name="rooms")
    size = models.IntegerField()
    number = models.TextField(null=True)
