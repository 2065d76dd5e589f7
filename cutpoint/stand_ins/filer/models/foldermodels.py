"""django-filer: folders, and who may see them."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models


class Folder(models.Model):
    parent = models.ForeignKey("self", null=True, related_name="children", on_delete=models.CASCADE)
    name = models.CharField()
    owner = models.ForeignKey(
        getattr(settings, "AUTH_USER_MODEL", "auth.User"),
        related_name="filer_owned_folders",
        on_delete=models.SET_NULL,
        null=True,
    )
    uploaded_at = models.DateTimeField()
    created_at = models.DateTimeField()
    modified_at = models.DateTimeField()

    class Meta:
        app_label = "filer"


class FolderPermission(models.Model):
    folder = models.ForeignKey(Folder, null=True, on_delete=models.CASCADE)
    type = models.SmallIntegerField()
    user = models.ForeignKey(
        getattr(settings, "AUTH_USER_MODEL", "auth.User"),
        related_name="filer_folder_permissions",
        on_delete=models.SET_NULL,
        null=True,
    )
    group = models.ForeignKey(Group, related_name="filer_folder_permissions", null=True, on_delete=models.CASCADE)
    everybody = models.BooleanField()
    can_read = models.SmallIntegerField(null=True)
    can_edit = models.SmallIntegerField(null=True)
    can_add_children = models.SmallIntegerField(null=True)

    class Meta:
        app_label = "filer"
