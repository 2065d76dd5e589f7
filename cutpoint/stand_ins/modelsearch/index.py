"""modelsearch: what makes a model searchable."""

from django.db import models


class Indexed:
    search_fields = ()


def class_is_indexed(cls):
    return issubclass(cls, Indexed) and issubclass(cls, models.Model) and not cls._meta.abstract and cls.search_fields


class BaseField:
    pass


class SearchField(BaseField):
    pass


class AutocompleteField(BaseField):
    pass


class FilterField(BaseField):
    pass


class RelatedFields:
    pass
