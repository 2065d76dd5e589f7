"""django-model-utils: managers and querysets."""

from django.db import models


class InheritanceQuerySetMixin:
    pass


class InheritanceQuerySet(InheritanceQuerySetMixin, models.QuerySet):
    pass


class InheritanceManagerMixin:
    pass


class InheritanceManager(InheritanceManagerMixin, models.Manager):
    pass


class QueryManagerMixin:
    pass


class QueryManager(QueryManagerMixin, models.Manager):
    pass


class SoftDeletableQuerySet(models.QuerySet):
    pass


class SoftDeletableManager(models.Manager):
    pass


class JoinQueryset(models.QuerySet):
    pass


class JoinManager(models.Manager):
    pass
