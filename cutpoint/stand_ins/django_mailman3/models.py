"""django-mailman3: profiles and domains of mail."""

from django.conf import settings
from django.contrib.sites.models import Site
from django.db import models


class Profile(models.Model):
    user = models.OneToOneField(settings.AUTH_USER_MODEL, related_name="mailman_profile", on_delete=models.CASCADE)
    timezone = models.CharField()


class MailDomain(models.Model):
    site = models.ForeignKey(Site, related_name="mailman_domains", on_delete=models.CASCADE)
    mail_domain = models.CharField()
