"""django-filer: clipboards of users."""

from django.conf import settings
from django.db import models

from filer.models.filemodels import File


class Clipboard(models.Model):
    user = models.ForeignKey(
        getattr(settings, "AUTH_USER_MODEL", "auth.User"), related_name="filer_clipboards", on_delete=models.CASCADE
    )
    files = models.ManyToManyField(File, related_name="in_clipboards", through="ClipboardItem")

    class Meta:
        app_label = "filer"


class ClipboardItem(models.Model):
    file = models.ForeignKey(File, on_delete=models.CASCADE)
    clipboard = models.ForeignKey(Clipboard, on_delete=models.CASCADE)

    class Meta:
        app_label = "filer"
