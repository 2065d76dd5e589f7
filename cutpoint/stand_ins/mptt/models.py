"""django-mptt: nested sets; the four columns of a tree come with a construct."""

from django.db import models

from mptt.fields import TreeForeignKey, TreeManyToManyField, TreeOneToOneField
from mptt.managers import TreeManager


class MPTTModelBase(models.base.ModelBase):
    pass


class MPTTModel(models.Model):
    objects = TreeManager()

    class Meta:
        abstract = True
