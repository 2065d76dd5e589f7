"""Tokens of Django REST framework and of djangorestframework-simplejwt."""

from django.contrib.auth.models import User
from rest_framework.authtoken.models import Token
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken


def kept(user: User):
    return Token.objects.get_or_create(user=user)  # read authtoken_token; may: insert authtoken_token


def of_user(user: User):
    return user.auth_token.key  # read authtoken_token


def refreshed(user: User):
    return RefreshToken.for_user(user)  # insert token_blacklist_outstandingtoken


def access_only(user: User):
    return AccessToken.for_user(user)


def refused(user: User):
    token = RefreshToken.for_user(user)  # insert token_blacklist_outstandingtoken
    # read auth_user, token_blacklist_blacklistedtoken, token_blacklist_outstandingtoken; insert token_blacklist_blacklistedtoken
    token.blacklist()


def checked(user: User):
    token = RefreshToken.for_user(user)  # insert token_blacklist_outstandingtoken
    token.check_blacklist()  # read token_blacklist_blacklistedtoken, token_blacklist_outstandingtoken
    # read token_blacklist_blacklistedtoken, token_blacklist_outstandingtoken
    return RefreshToken(str(token)).access_token
