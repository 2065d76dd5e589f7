"""django-rules: permissions as predicates, which have no columns."""

from django.db import models


class RulesModelBaseMixin:
    pass


class RulesModelBase(RulesModelBaseMixin, models.base.ModelBase):
    pass


class RulesModelMixin:
    pass


class RulesModel(RulesModelMixin, models.Model):
    class Meta:
        abstract = True
