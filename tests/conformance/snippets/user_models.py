"""Users by way of Django's abstract ones."""

from django.contrib.auth.models import AbstractBaseUser, AbstractUser, Group, PermissionsMixin
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models


class User(AbstractUser):
    """Stands in for auth.User: AUTH_USER_MODEL names it."""

    email = None
    phone = models.CharField(max_length=5)


class ApiUser(AbstractBaseUser):
    key = models.CharField(max_length=5)


class Team(Group):
    lead = models.ForeignKey(User, models.CASCADE)


class TeamProxy(Group):
    class Meta:
        proxy = True


class Session(AbstractBaseSession):
    user = models.ForeignKey(User, models.CASCADE, null=True)


class Limited(PermissionsMixin):
    groups = None
    user_permissions = None
