"""django-oauth-toolkit: the models that the settings name."""

from django.conf import settings

APPLICATION_MODEL = getattr(settings, "OAUTH2_PROVIDER_APPLICATION_MODEL", "oauth2_provider.Application")
ACCESS_TOKEN_MODEL = getattr(settings, "OAUTH2_PROVIDER_ACCESS_TOKEN_MODEL", "oauth2_provider.AccessToken")
ID_TOKEN_MODEL = getattr(settings, "OAUTH2_PROVIDER_ID_TOKEN_MODEL", "oauth2_provider.IDToken")
GRANT_MODEL = getattr(settings, "OAUTH2_PROVIDER_GRANT_MODEL", "oauth2_provider.Grant")
REFRESH_TOKEN_MODEL = getattr(settings, "OAUTH2_PROVIDER_REFRESH_TOKEN_MODEL", "oauth2_provider.RefreshToken")


class OAuth2ProviderSettings:
    APPLICATION_MODEL = APPLICATION_MODEL
    ACCESS_TOKEN_MODEL = ACCESS_TOKEN_MODEL
    ID_TOKEN_MODEL = ID_TOKEN_MODEL
    GRANT_MODEL = GRANT_MODEL
    REFRESH_TOKEN_MODEL = REFRESH_TOKEN_MODEL


oauth2_settings = OAuth2ProviderSettings()
