"""django-polymorphic: querysets."""

from django.db import models


class PolymorphicQuerySet(models.QuerySet):
    pass
