"""django-otp: passwords that were handed out beforehand."""

from django.db import models
from django_otp.models import Device, ThrottlingMixin, TimestampMixin


class StaticDevice(TimestampMixin, ThrottlingMixin, Device):
    pass


class StaticToken(models.Model):
    device = models.ForeignKey(StaticDevice, related_name="token_set", on_delete=models.CASCADE)
    token = models.CharField()
