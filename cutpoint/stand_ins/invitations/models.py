"""django-invitations: invitations by mail."""

from django.db import models

from .base_invitation import AbstractBaseInvitation


class Invitation(AbstractBaseInvitation):
    email = models.EmailField()
    created = models.DateTimeField()
