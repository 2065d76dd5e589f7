"""django-postgres-extra: abstract bases for what only PostgreSQL does."""

from django.db import models


class PostgresModel(models.Model):
    class Meta:
        abstract = True


class PostgresPartitionedModel(PostgresModel):
    class Meta:
        abstract = True


class PostgresViewModel(PostgresModel):
    class Meta:
        abstract = True


class PostgresMaterializedViewModel(PostgresViewModel):
    class Meta:
        abstract = True
