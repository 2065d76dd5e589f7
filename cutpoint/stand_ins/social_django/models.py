"""social-auth-app-django: accounts elsewhere, and the books that are kept on them."""

from django.conf import settings
from django.db import models


class AbstractUserSocialAuth(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="social_auth", on_delete=models.CASCADE)
    provider = models.CharField()
    uid = models.CharField()
    extra_data = models.JSONField()
    created = models.DateTimeField()
    modified = models.DateTimeField()

    class Meta:
        abstract = True


class UserSocialAuth(AbstractUserSocialAuth):
    class Meta(AbstractUserSocialAuth.Meta):
        app_label = "social_django"
        db_table = "social_auth_usersocialauth"


class Nonce(models.Model):
    server_url = models.CharField()
    timestamp = models.IntegerField()
    salt = models.CharField()

    class Meta:
        app_label = "social_django"
        db_table = "social_auth_nonce"


class Association(models.Model):
    server_url = models.CharField()
    handle = models.CharField()
    secret = models.CharField()
    issued = models.IntegerField()
    lifetime = models.IntegerField()
    assoc_type = models.CharField()

    class Meta:
        app_label = "social_django"
        db_table = "social_auth_association"


class Code(models.Model):
    email = models.EmailField()
    code = models.CharField()
    verified = models.BooleanField()
    timestamp = models.DateTimeField()

    class Meta:
        app_label = "social_django"
        db_table = "social_auth_code"


class Partial(models.Model):
    token = models.CharField()
    next_step = models.PositiveSmallIntegerField()
    backend = models.CharField()
    data = models.JSONField()
    timestamp = models.DateTimeField()

    class Meta:
        app_label = "social_django"
        db_table = "social_auth_partial"
