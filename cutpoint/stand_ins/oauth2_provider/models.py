"""django-oauth-toolkit: applications, grants and tokens, abstract and with tables."""

from django.conf import settings
from django.db import models
from oauth2_provider.settings import oauth2_settings


class ClientSecretField(models.CharField):
    pass


class TokenChecksumField(models.CharField):
    pass


class AbstractApplication(models.Model):
    id = models.BigAutoField(primary_key=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, related_name="%(app_label)s_%(class)s", on_delete=models.CASCADE
    )
    client_id = models.CharField()
    redirect_uris = models.TextField()
    post_logout_redirect_uris = models.TextField()
    client_type = models.CharField()
    authorization_grant_type = models.CharField()
    client_secret = ClientSecretField()
    hash_client_secret = models.BooleanField()
    name = models.CharField()
    skip_authorization = models.BooleanField()
    created = models.DateTimeField()
    updated = models.DateTimeField()
    algorithm = models.CharField()
    allowed_origins = models.TextField()

    class Meta:
        abstract = True


class Application(AbstractApplication):
    class Meta(AbstractApplication.Meta):
        swappable = "OAUTH2_PROVIDER_APPLICATION_MODEL"


class AbstractGrant(models.Model):
    id = models.BigAutoField(primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="%(app_label)s_%(class)s", on_delete=models.CASCADE)
    code = models.CharField()
    application = models.ForeignKey(oauth2_settings.APPLICATION_MODEL, on_delete=models.CASCADE)
    expires = models.DateTimeField()
    redirect_uri = models.TextField()
    scope = models.TextField()
    created = models.DateTimeField()
    updated = models.DateTimeField()
    code_challenge = models.CharField()
    code_challenge_method = models.CharField()
    nonce = models.CharField()
    claims = models.TextField()

    class Meta:
        abstract = True


class Grant(AbstractGrant):
    class Meta(AbstractGrant.Meta):
        swappable = "OAUTH2_PROVIDER_GRANT_MODEL"


class AbstractAccessToken(models.Model):
    id = models.BigAutoField(primary_key=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, related_name="%(app_label)s_%(class)s", on_delete=models.CASCADE
    )
    source_refresh_token = models.OneToOneField(
        oauth2_settings.REFRESH_TOKEN_MODEL, on_delete=models.SET_NULL, null=True, related_name="refreshed_access_token"
    )
    token = models.TextField()
    token_checksum = TokenChecksumField()
    id_token = models.OneToOneField(
        oauth2_settings.ID_TOKEN_MODEL, on_delete=models.CASCADE, null=True, related_name="access_token"
    )
    application = models.ForeignKey(oauth2_settings.APPLICATION_MODEL, on_delete=models.CASCADE, null=True)
    expires = models.DateTimeField()
    scope = models.TextField()
    created = models.DateTimeField()
    updated = models.DateTimeField()

    class Meta:
        abstract = True


class AccessToken(AbstractAccessToken):
    class Meta(AbstractAccessToken.Meta):
        swappable = "OAUTH2_PROVIDER_ACCESS_TOKEN_MODEL"


class AbstractRefreshToken(models.Model):
    id = models.BigAutoField(primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="%(app_label)s_%(class)s", on_delete=models.CASCADE)
    token = models.CharField()
    application = models.ForeignKey(oauth2_settings.APPLICATION_MODEL, on_delete=models.CASCADE)
    access_token = models.OneToOneField(
        oauth2_settings.ACCESS_TOKEN_MODEL, on_delete=models.SET_NULL, null=True, related_name="refresh_token"
    )
    token_family = models.UUIDField(null=True)
    created = models.DateTimeField()
    updated = models.DateTimeField()
    revoked = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class RefreshToken(AbstractRefreshToken):
    class Meta(AbstractRefreshToken.Meta):
        swappable = "OAUTH2_PROVIDER_REFRESH_TOKEN_MODEL"


class AbstractIDToken(models.Model):
    id = models.BigAutoField(primary_key=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, related_name="%(app_label)s_%(class)s", on_delete=models.CASCADE
    )
    jti = models.UUIDField()
    application = models.ForeignKey(oauth2_settings.APPLICATION_MODEL, on_delete=models.CASCADE, null=True)
    expires = models.DateTimeField()
    scope = models.TextField()
    created = models.DateTimeField()
    updated = models.DateTimeField()

    class Meta:
        abstract = True


class IDToken(AbstractIDToken):
    class Meta(AbstractIDToken.Meta):
        swappable = "OAUTH2_PROVIDER_ID_TOKEN_MODEL"
