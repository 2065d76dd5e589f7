"""django-postgres-extra: managers."""

from django.db import models


class PostgresManager(models.Manager):
    pass
