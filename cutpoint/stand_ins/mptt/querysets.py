"""django-mptt: querysets."""

from django.db import models


class TreeQuerySet(models.QuerySet):
    def get_descendants(self, *args, **kwargs):
        self.first()
        return self.model._base_manager.filter()

    def get_ancestors(self, *args, **kwargs):
        self.first()
        return self.model._base_manager.filter()
