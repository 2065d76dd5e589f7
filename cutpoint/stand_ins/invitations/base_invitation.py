"""django-invitations: the abstract base of invitations."""

from django.conf import settings
from django.db import models


class AbstractBaseInvitation(models.Model):
    accepted = models.BooleanField()
    key = models.CharField()
    sent = models.DateTimeField(null=True)
    inviter = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE)

    class Meta:
        abstract = True
