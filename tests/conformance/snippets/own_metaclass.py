"""A metaclass of our own that does nothing to fields, and class decorators that hand the class back."""

from django.db import models
from django.db.models.base import ModelBase
from django.utils.deconstruct import deconstructible

registry = {}


class Registering(ModelBase):
    def __new__(mcs, name, bases, attrs, **kwargs):
        cls = super().__new__(mcs, name, bases, attrs, **kwargs)
        registry[name] = cls
        return cls


class Base(models.Model, metaclass=Registering):
    name = models.CharField(max_length=5)

    class Meta:
        abstract = True


class Child(Base):
    size = models.IntegerField()


def counted(cls):
    registry[cls.__name__ + "2"] = cls
    return cls


def with_option(option):
    def decorate(cls):
        cls.option = option
        return cls

    return decorate


@counted
@with_option(3)
class Decorated(models.Model):
    size = models.IntegerField()
