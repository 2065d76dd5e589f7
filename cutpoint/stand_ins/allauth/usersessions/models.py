"""django-allauth: sessions of users."""

from django.conf import settings
from django.db import models


class UserSession(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    created_at = models.DateTimeField()
    ip = models.GenericIPAddressField()
    last_seen_at = models.DateTimeField()
    session_key = models.CharField()
    user_agent = models.CharField()
    data = models.JSONField()
