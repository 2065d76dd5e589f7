"""django-otp: devices that count their passwords."""

from django.db import models

from django_otp.models import Device, ThrottlingMixin, TimestampMixin


class HOTPDevice(TimestampMixin, ThrottlingMixin, Device):
    key = models.CharField(max_length=80)
    digits = models.PositiveSmallIntegerField(default=6)
    tolerance = models.PositiveSmallIntegerField(default=5)
    counter = models.BigIntegerField(default=0)
