"""Bases by name, by condition, by unpacking, by subscript, by import_string."""

from typing import TYPE_CHECKING, Generic, TypeVar

from django.conf import settings
from django.db import models
from django.utils.module_loading import import_string

if TYPE_CHECKING:
    TypedMixin = models.Model
else:
    TypedMixin = object

Model = models.Model
T = TypeVar("T")


class Sized(Model):
    size = models.IntegerField()

    class Meta:
        abstract = True


class Colored(Model):
    color = models.TextField()

    class Meta:
        abstract = True


class Mixin(TypedMixin):
    ignored = models.IntegerField()


class Holding(Model, Generic[T]):
    count = models.IntegerField()

    class Meta:
        abstract = True


Chosen = Sized if settings.USES_POINTS else Colored
BASES = (Sized, Colored)


def bases(*more):
    return (*more, Model)


class One(Chosen):
    pass


class Two(*BASES):
    pass


class Three(*bases(Sized)):
    pass


class Four(Holding["One"]):
    pass


class Five(Mixin, Model):
    pass


class Six(import_string("chosen_bases.models.Colored")):
    pass


class Seven(Colored if not settings.USES_POINTS else Model, Generic[T]):
    pass
