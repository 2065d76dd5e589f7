"""django-celery-beat: schedules kept as rows."""

from django.db import models
from timezone_field import TimeZoneField


class SolarSchedule(models.Model):
    event = models.CharField()
    latitude = models.DecimalField()
    longitude = models.DecimalField()


class IntervalSchedule(models.Model):
    every = models.IntegerField()
    period = models.CharField()


class ClockedSchedule(models.Model):
    clocked_time = models.DateTimeField()


class CrontabSchedule(models.Model):
    minute = models.CharField()
    hour = models.CharField()
    day_of_month = models.CharField()
    month_of_year = models.CharField()
    day_of_week = models.CharField()
    timezone = TimeZoneField()


class PeriodicTasks(models.Model):
    ident = models.SmallIntegerField(primary_key=True)
    last_update = models.DateTimeField()


class PeriodicTask(models.Model):
    name = models.CharField()
    task = models.CharField()
    interval = models.ForeignKey(IntervalSchedule, on_delete=models.CASCADE, null=True)
    crontab = models.ForeignKey(CrontabSchedule, on_delete=models.CASCADE, null=True)
    solar = models.ForeignKey(SolarSchedule, on_delete=models.CASCADE, null=True)
    clocked = models.ForeignKey(ClockedSchedule, on_delete=models.CASCADE, null=True)
    args = models.TextField()
    kwargs = models.TextField()
    queue = models.CharField(null=True)
    exchange = models.CharField(null=True)
    routing_key = models.CharField(null=True)
    headers = models.TextField()
    priority = models.PositiveIntegerField(null=True)
    expires = models.DateTimeField(null=True)
    expire_seconds = models.PositiveIntegerField(null=True)
    one_off = models.BooleanField()
    start_time = models.DateTimeField(null=True)
    enabled = models.BooleanField()
    last_run_at = models.DateTimeField(null=True)
    total_run_count = models.PositiveIntegerField()
    date_changed = models.DateTimeField()
    description = models.TextField()
