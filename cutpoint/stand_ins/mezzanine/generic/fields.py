"""mezzanine: generic relations that keep counts and averages in columns beside them."""

from copy import copy

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models


class BaseGenericRelation(GenericRelation):
    fields = {}
    default_related_model = None

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("object_id_field", "object_pk")
        if self.default_related_model and not args:
            kwargs.setdefault("to", self.default_related_model)
        super().__init__(*args, **kwargs)

    def contribute_to_class(self, cls, name):
        super().contribute_to_class(cls, name)
        if not cls._meta.abstract:
            for pattern, field in self.fields.items():
                cls.add_to_class(pattern % name, copy(field))


class CommentsField(BaseGenericRelation):
    default_related_model = "generic.ThreadedComment"
    fields = {"%s_count": models.IntegerField(editable=False, default=0)}


class KeywordsField(BaseGenericRelation):
    default_related_model = "generic.AssignedKeyword"
    fields = {"%s_string": models.CharField(editable=False, max_length=500)}


class RatingField(BaseGenericRelation):
    default_related_model = "generic.Rating"
    fields = {
        "%s_count": models.IntegerField(editable=False, default=0),
        "%s_sum": models.IntegerField(editable=False, default=0),
        "%s_average": models.FloatField(editable=False, default=0),
    }
