"""Fields on plain classes are no fields of a model that has them as bases; a plain name hides an abstract base's field."""

from typing import Generic, TypeVar

from django.db import models

T = TypeVar("T")


class Mixin:
    ignored = models.CharField(max_length=5)
    hiding = None
    table = "mixed"

    def method(self):
        return 1


class Base(models.Model):
    hiding = models.IntegerField()
    kept = models.IntegerField()

    class Meta:
        abstract = True


class First(Mixin, models.Model):
    own = models.IntegerField()


class Hidden(Mixin, Base):
    pass


class Last(Base, Mixin):
    pass


class Box(models.Model, Generic[T]):
    size = models.IntegerField()
