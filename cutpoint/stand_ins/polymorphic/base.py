"""django-polymorphic: the metaclass."""

from django.db.models.base import ModelBase


class PolymorphicModelBase(ModelBase):
    pass
