"""django-extensions: abstract bases for times, titles and activation."""

from django.db import models
from django_extensions.db.fields import AutoSlugField, CreationDateTimeField, ModificationDateTimeField


class TimeStampedModel(models.Model):
    created = CreationDateTimeField()
    modified = ModificationDateTimeField()

    class Meta:
        abstract = True


class TitleDescriptionModel(models.Model):
    title = models.CharField()
    description = models.TextField(null=True)

    class Meta:
        abstract = True


class TitleSlugDescriptionModel(TitleDescriptionModel):
    slug = AutoSlugField()

    class Meta:
        abstract = True


class ActivatorQuerySet(models.QuerySet):
    pass


class ActivatorModelManager(models.Manager):
    pass


class ActivatorModel(models.Model):
    status = models.IntegerField()
    activate_date = models.DateTimeField(null=True)
    deactivate_date = models.DateTimeField(null=True)

    class Meta:
        abstract = True
