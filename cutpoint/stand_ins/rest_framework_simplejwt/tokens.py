"""djangorestframework-simplejwt: tokens to refresh with are remembered where the app of refused ones is installed."""

from django.contrib.auth import get_user_model
from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken, OutstandingToken


class Token:
    def __init__(self, token=None, verify=True):
        pass

    @classmethod
    def for_user(cls, user):
        return cls()


class BlacklistMixin:
    def __init__(self, token=None, verify=True):
        if token is not None:
            self.check_blacklist()

    def check_blacklist(self):
        return BlacklistedToken.objects.filter(token__jti="").exists()

    def blacklist(self):
        user = get_user_model().objects.get(pk=0)
        token, _ = OutstandingToken.objects.get_or_create(jti="", defaults={"user": user})
        return BlacklistedToken.objects.get_or_create(token=token)

    def outstand(self):
        return OutstandingToken.objects.get_or_create(jti="")

    @classmethod
    def for_user(cls, user):
        OutstandingToken.objects.create(user=user, jti="")
        return cls()


class SlidingToken(BlacklistMixin, Token):
    pass


class AccessToken(Token):
    pass


class RefreshToken(BlacklistMixin, Token):
    @property
    def access_token(self):
        return AccessToken()


class UntypedToken(Token):
    pass
