"""django-otp: devices that count their passwords."""

from django.db import models
from django_otp.models import Device, ThrottlingMixin, TimestampMixin


class HOTPDevice(TimestampMixin, ThrottlingMixin, Device):
    key = models.CharField()
    digits = models.PositiveSmallIntegerField()
    tolerance = models.PositiveSmallIntegerField()
    counter = models.BigIntegerField()
