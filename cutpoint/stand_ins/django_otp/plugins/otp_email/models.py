"""django-otp: passwords by mail."""

from django.db import models

from django_otp.models import (
    CooldownMixin,
    SideChannelDevice,
    ThrottlingMixin,
    TimestampMixin,
)


class EmailDevice(TimestampMixin, CooldownMixin, ThrottlingMixin, SideChannelDevice):
    email = models.EmailField(null=True)
