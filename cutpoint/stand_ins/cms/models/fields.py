"""django-cms: relations to pages and placeholders, whose target need not be named."""

from django.contrib.contenttypes.fields import GenericRelation
from django.db import models


class PageField(models.ForeignKey):
    def __init__(self, *args, **kwargs):
        kwargs["to"] = "cms.Page"
        kwargs.setdefault("on_delete", models.CASCADE)
        super().__init__(**kwargs)


class PlaceholderField(models.ForeignKey):
    def __init__(self, slotname, *args, default_width=None, actions=None, **kwargs):
        kwargs["to"] = "cms.Placeholder"
        kwargs["null"] = True
        kwargs.setdefault("on_delete", models.CASCADE)
        super().__init__(**kwargs)


class PlaceholderRelationField(GenericRelation):
    def __init__(self, checks=None, **kwargs):
        kwargs["to"] = "cms.Placeholder"
        super().__init__(object_id_field="object_id", content_type_field="content_type", **kwargs)
