"""django-two-factor-auth: passwords by telephone."""

from django.db import models
from django_otp.models import Device, ThrottlingMixin
from phonenumber_field.modelfields import PhoneNumberField


class PhoneDevice(ThrottlingMixin, Device):
    number = PhoneNumberField()
    key = models.CharField()
    method = models.CharField()

    class Meta:
        db_table = "two_factor_phonedevice"
