"""django-avatar: pictures of users."""

from django.conf import settings
from django.db import models


class AvatarField(models.ImageField):
    pass


class Avatar(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    primary = models.BooleanField()
    avatar = AvatarField()
    date_uploaded = models.DateTimeField()

    class Meta:
        app_label = "avatar"
