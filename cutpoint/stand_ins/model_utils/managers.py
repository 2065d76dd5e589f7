"""django-model-utils: managers and querysets."""

from django.db import models


# What the three give, and which tables they join, is told by a construct.
class InheritanceQuerySetMixin:
    def select_subclasses(self, *subclasses):
        pass

    def get_subclass(self, *args, **kwargs):
        pass

    def instance_of(self, *models):
        return self.select_subclasses(*models)


class InheritanceQuerySet(InheritanceQuerySetMixin, models.QuerySet):
    pass


class InheritanceManagerMixin:
    def select_subclasses(self, *subclasses):
        pass

    def get_subclass(self, *args, **kwargs):
        pass

    def instance_of(self, *models):
        return self.select_subclasses(*models)


class InheritanceManager(InheritanceManagerMixin, models.Manager.from_queryset(InheritanceQuerySet)):
    pass


class QueryManagerMixin:
    pass


class QueryManager(QueryManagerMixin, models.Manager):
    pass


class SoftDeletableQuerySetMixin:
    def delete(self):
        self.update(is_removed=True)


class SoftDeletableQuerySet(SoftDeletableQuerySetMixin, models.QuerySet):
    pass


class SoftDeletableManagerMixin:
    _queryset_class = SoftDeletableQuerySet

    def get_queryset(self):
        return self._queryset_class(model=self.model, using=self._db)


class SoftDeletableManager(SoftDeletableManagerMixin, models.Manager):
    pass


class JoinQueryset(models.QuerySet):
    pass


class JoinManager(models.Manager):
    pass
