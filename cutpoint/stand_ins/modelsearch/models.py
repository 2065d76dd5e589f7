"""modelsearch: the index with a table."""

from django.db import models

from modelsearch.abstract_models import AbstractIndexEntry, AbstractSQLiteFTSIndexEntry


class IndexEntry(AbstractIndexEntry):
    class Meta(AbstractIndexEntry.Meta):
        abstract = False


if AbstractSQLiteFTSIndexEntry:

    class SQLiteFTSIndexEntry(AbstractSQLiteFTSIndexEntry):
        index_entry = models.OneToOneField(primary_key=True, to=IndexEntry, on_delete=models.CASCADE, db_column="rowid")

        class Meta(AbstractSQLiteFTSIndexEntry.Meta):
            abstract = False
            db_table = "modelsearch_indexentry_fts"
