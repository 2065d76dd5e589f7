"""Diamonds of abstract classes, and of real ones with a common parent."""

from django.db import models


class Base(models.Model):
    name = models.CharField(max_length=5)

    class Meta:
        abstract = True


class Left(Base):
    left = models.IntegerField()

    class Meta:
        abstract = True


class Right(Base):
    name = models.TextField()
    right = models.IntegerField()

    class Meta:
        abstract = True


class Bottom(Left, Right):
    pass


class Top(models.Model):
    top = models.IntegerField()


class West(Top):
    top_west = models.OneToOneField(Top, models.CASCADE, parent_link=True)
    beach = models.IntegerField()


class East(Top):
    top_east = models.OneToOneField(Top, models.CASCADE, parent_link=True)
    forest = models.IntegerField()


class South(West, East):
    desert = models.IntegerField()
