"""django-celery-results: results of tasks kept as rows."""

from django.db import models


class TaskResult(models.Model):
    task_id = models.CharField(max_length=255, unique=True)
    periodic_task_name = models.CharField(max_length=255, null=True)
    task_name = models.CharField(max_length=255, null=True)
    task_args = models.TextField(null=True)
    task_kwargs = models.TextField(null=True)
    status = models.CharField(max_length=50)
    worker = models.CharField(max_length=100, null=True)
    content_type = models.CharField(max_length=128)
    content_encoding = models.CharField(max_length=64)
    result = models.TextField(null=True)
    date_created = models.DateTimeField(auto_now_add=True)
    date_started = models.DateTimeField(null=True)
    date_done = models.DateTimeField(auto_now=True)
    traceback = models.TextField(null=True)
    meta = models.TextField(null=True)


class ChordCounter(models.Model):
    group_id = models.CharField(max_length=255, unique=True)
    sub_tasks = models.TextField()
    count = models.PositiveIntegerField()


class GroupResult(models.Model):
    group_id = models.CharField(max_length=255, unique=True)
    date_created = models.DateTimeField(auto_now_add=True)
    date_done = models.DateTimeField(auto_now=True)
    content_type = models.CharField(max_length=128)
    content_encoding = models.CharField(max_length=64)
    result = models.TextField(null=True)
