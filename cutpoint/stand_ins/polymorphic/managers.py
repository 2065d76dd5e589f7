"""django-polymorphic: managers."""

from django.db import models

from polymorphic.query import PolymorphicQuerySet


class PolymorphicManager(models.Manager.from_queryset(PolymorphicQuerySet)):
    queryset_class = PolymorphicQuerySet

    def get_queryset(self):
        return self.queryset_class(self.model, using=self._db)

    def non_polymorphic(self):
        return self.get_queryset().non_polymorphic()
