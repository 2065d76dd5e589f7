"""django-parler: managers."""

from django.db import models


class TranslatableQuerySet(models.QuerySet):
    pass


class TranslatableManager(models.Manager):
    pass
