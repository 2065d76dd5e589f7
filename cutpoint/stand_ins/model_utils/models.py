"""django-model-utils: abstract bases for times, states and keys."""

from django.db import models
from model_utils.fields import AutoCreatedField, AutoLastModifiedField, MonitorField, StatusField, UUIDField
from model_utils.managers import SoftDeletableManager


class TimeStampedModel(models.Model):
    created = AutoCreatedField()
    modified = AutoLastModifiedField()

    class Meta:
        abstract = True


class TimeFramedModel(models.Model):
    start = models.DateTimeField(null=True)
    end = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class StatusModel(models.Model):
    status = StatusField()
    status_changed = MonitorField()

    class Meta:
        abstract = True


class SoftDeletableModel(models.Model):
    is_removed = models.BooleanField()
    available_objects = SoftDeletableManager()

    class Meta:
        abstract = True


class UUIDModel(models.Model):
    id = UUIDField(primary_key=True)

    class Meta:
        abstract = True
