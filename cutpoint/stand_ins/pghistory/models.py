"""django-pghistory: events, a row for each change; `track` comes with a construct."""

from django.db import models


class Context(models.Model):
    id = models.UUIDField(primary_key=True)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    metadata = models.JSONField()


class EventQuerySet(models.QuerySet):
    pass


class Event(models.Model):
    pgh_id = models.AutoField(primary_key=True)
    pgh_created_at = models.DateTimeField()
    pgh_label = models.TextField()

    class Meta:
        abstract = True


class Events(models.Model):
    pgh_slug = models.TextField(primary_key=True)
    pgh_model = models.CharField()
    pgh_id = models.BigIntegerField()
    pgh_created_at = models.DateTimeField()
    pgh_label = models.TextField()
    pgh_data = models.JSONField()
    pgh_diff = models.JSONField()
    pgh_context_id = models.UUIDField(null=True)
    pgh_context = models.JSONField(null=True)
    pgh_obj_model = models.CharField()
    pgh_obj_id = models.TextField(null=True)

    class Meta:
        managed = False


class MiddlewareEvents(Events):
    class Meta:
        proxy = True
