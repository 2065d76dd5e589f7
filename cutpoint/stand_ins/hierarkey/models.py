"""django-hierarkey: settings of an object, kept in a model that a decorator makes."""

import sys
from django.db import models


class BaseHierarkeyStoreModel(models.Model):
    key = models.CharField()
    value = models.TextField()

    class Meta:
        abstract = True


class GlobalSettingsBase:
    pass


def prop(owner):
    pass


class Hierarkey:
    def __init__(self, attribute_name):
        self.attribute_name = attribute_name

    def _store(self, owner, attributes):
        name = f"{owner.__name__}_{self.attribute_name.title()}Store"
        store = type(name, (BaseHierarkeyStoreModel,), {"__module__": owner.__module__, **attributes})
        setattr(sys.modules[owner.__module__], name, store)
        setattr(owner, self.attribute_name, property(prop))
        return owner

    def set_global(self, cache_namespace=None):
        return lambda owner: self._store(owner, {})

    def add(self, cache_namespace=None, parent_field=None):
        related_name = f"_{self.attribute_name}_objects"
        return lambda owner: self._store(
            owner, {"object": models.ForeignKey(owner, related_name=related_name, on_delete=models.CASCADE)}
        )
