"""modelsearch: the index as a table, which differs between databases."""

from django.apps import apps
from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.contrib.postgres.search import SearchVectorField
from django.db import connection, models
from modelsearch.index import class_is_indexed


class TextIDGenericRelation(GenericRelation):
    pass


class BaseIndexEntry(models.Model):
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField()
    content_object = GenericForeignKey()
    title_norm = models.FloatField()

    class Meta:
        abstract = True

    @classmethod
    def add_generic_relations(cls):
        for model in apps.get_models():
            if class_is_indexed(model):
                TextIDGenericRelation(cls).contribute_to_class(model, "index_entries")


AbstractIndexEntry = BaseIndexEntry
AbstractSQLiteFTSIndexEntry = None
if connection.vendor == "postgresql":

    class AbstractPostgresIndexEntry(BaseIndexEntry):
        autocomplete = SearchVectorField()
        title = SearchVectorField()
        body = SearchVectorField()
        title_text = models.TextField()
        body_text = models.TextField()

        class Meta(BaseIndexEntry.Meta):
            abstract = True

    AbstractIndexEntry = AbstractPostgresIndexEntry
elif connection.vendor == "sqlite":

    class AbstractSQLiteIndexEntry(BaseIndexEntry):
        autocomplete = models.TextField(null=True)
        title = models.TextField()
        body = models.TextField(null=True)

        class Meta(BaseIndexEntry.Meta):
            abstract = True

    AbstractIndexEntry = AbstractSQLiteIndexEntry

    class AbstractSQLiteFTSIndexEntry(models.Model):
        autocomplete = models.TextField(null=True)
        title = models.TextField()
        body = models.TextField(null=True)

        class Meta:
            abstract = True
elif connection.vendor == "mysql":

    class AbstractMySQLIndexEntry(BaseIndexEntry):
        autocomplete = models.TextField(null=True)
        title = models.TextField()
        body = models.TextField(null=True)

        class Meta(BaseIndexEntry.Meta):
            abstract = True

    AbstractIndexEntry = AbstractMySQLIndexEntry
