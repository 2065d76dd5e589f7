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

    def insert_at(self, target, position="first-child", save=False, allow_existing_pk=False, refresh_target=True):
        type(self)._base_manager.filter().first()
        type(self)._base_manager.update()
        if save:
            self.save()

    def move_to(self, target, position="first-child"):
        type(self)._base_manager.filter().first()
        type(self)._base_manager.update()
