"""django-polymorphic: managers."""

from django.db import models

from polymorphic.query import PolymorphicQuerySet


class PolymorphicManager(models.Manager.from_queryset(PolymorphicQuerySet)):
    queryset_class = PolymorphicQuerySet
