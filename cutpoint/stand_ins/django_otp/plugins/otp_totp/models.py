"""django-otp: devices whose passwords tell the time."""

from django.db import models
from django_otp.models import Device, ThrottlingMixin, TimestampMixin


class TOTPDevice(TimestampMixin, ThrottlingMixin, Device):
    key = models.CharField()
    step = models.PositiveSmallIntegerField()
    t0 = models.BigIntegerField()
    digits = models.PositiveSmallIntegerField()
    tolerance = models.PositiveSmallIntegerField()
    drift = models.SmallIntegerField()
    last_t = models.BigIntegerField()
