"""django-rest-knox: tokens of users."""

from django.conf import settings
from django.db import models


class AbstractAuthToken(models.Model):
    digest = models.CharField(primary_key=True)
    token_key = models.CharField()
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=False, related_name="auth_token_set", on_delete=models.CASCADE
    )
    created = models.DateTimeField()
    expiry = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class AuthToken(AbstractAuthToken):
    class Meta:
        swappable = "KNOX_TOKEN_MODEL"
