"""wagtail: documents, abstract and with a table."""

from django.conf import settings
from django.db import models
from modelsearch.index import Indexed
from taggit.managers import TaggableManager
from wagtail.models import CollectionMember


class AbstractDocument(CollectionMember, Indexed, models.Model):
    title = models.CharField()
    file = models.FileField()
    created_at = models.DateTimeField()
    uploaded_by_user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    tags = TaggableManager()
    file_size = models.PositiveBigIntegerField(null=True)
    file_hash = models.CharField()

    class Meta:
        abstract = True


class Document(AbstractDocument):
    pass
