"""All the ways to say what a foreign key points at."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import models

import plain_fields.models as books
from plain_fields import models as again

User = get_user_model()
TARGET = "targets.Later"


class Early(models.Model):
    itself = models.ForeignKey("self", models.CASCADE, null=True)
    later = models.ForeignKey("Later", models.CASCADE)
    full = models.ForeignKey(TARGET, models.CASCADE, related_name="+")
    lower = models.ForeignKey("targets.later", models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    user_class = models.ForeignKey(User, models.CASCADE, related_name="+")
    user_call = models.ForeignKey(get_user_model(), models.CASCADE, related_name="+")
    book = models.ForeignKey(books.Book, models.CASCADE)
    shelf = models.ForeignKey(again.Shelf, models.CASCADE)
    group = models.ForeignKey("auth.Group", models.CASCADE)
    other = models.OneToOneField(to="plain_fields.Shelf", on_delete=models.CASCADE, to_field="id", related_name="+")
    own_setting = models.ForeignKey(getattr(settings, "THING_MODEL", "x.Y"), models.CASCADE)


class Later(models.Model):
    pass
