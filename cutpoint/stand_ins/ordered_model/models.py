"""django-ordered-model: rows in an order of their own."""

from django.db import models


class OrderedModelQuerySet(models.QuerySet):
    pass


class OrderedModelManager(models.Manager):
    pass


class OrderedModelBase(models.Model):
    objects = OrderedModelManager()

    class Meta:
        abstract = True


class OrderedModel(OrderedModelBase):
    order = models.PositiveIntegerField()

    class Meta:
        abstract = True
