"""django-allauth: accounts elsewhere."""

from django.conf import settings
from django.db import models


class SocialApp(models.Model):
    if "django.contrib.sites" in settings.INSTALLED_APPS:
        sites = models.ManyToManyField("sites.Site")
    provider = models.CharField()
    provider_id = models.CharField()
    name = models.CharField()
    client_id = models.CharField()
    secret = models.CharField()
    key = models.CharField()
    settings = models.JSONField()


class SocialAccount(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    provider = models.CharField()
    uid = models.CharField()
    last_login = models.DateTimeField()
    date_joined = models.DateTimeField()
    extra_data = models.JSONField()


class SocialToken(models.Model):
    app = models.ForeignKey(SocialApp, on_delete=models.SET_NULL, null=True)
    account = models.ForeignKey(SocialAccount, on_delete=models.CASCADE)
    token = models.TextField()
    token_secret = models.TextField()
    expires_at = models.DateTimeField(null=True)
