"""People: the user model, its one-to-one profile, and employees who point at each other."""

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models


class User(AbstractUser):
    nickname = models.CharField(max_length=50, blank=True)


class Profile(models.Model):
    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="profile")
    bio = models.TextField(blank=True)


class Badge(models.Model):
    """A one-to-one without a related_name, which may be empty."""

    user = models.OneToOneField(User, models.SET_NULL, null=True, blank=True)
    code = models.CharField(max_length=20, unique=True)


class Employee(models.Model):
    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="jobs")
    name = models.CharField(max_length=50)
    boss = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="reports")
    friends = models.ManyToManyField("self", blank=True)
    follows = models.ManyToManyField("self", symmetrical=False, related_name="followers", blank=True)
