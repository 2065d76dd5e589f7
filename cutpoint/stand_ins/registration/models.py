"""django-registration-redux: users who have yet to confirm."""

from django.conf import settings
from django.db import models


class RegistrationProfile(models.Model):
    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    activation_key = models.CharField()
    activated = models.BooleanField()
