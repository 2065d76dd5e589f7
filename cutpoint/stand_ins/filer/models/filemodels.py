"""django-filer: files."""

from django.conf import settings
from django.db import models
from filer.fields.multistorage_file import MultiStorageFileField
from filer.models.foldermodels import Folder
from polymorphic.models import PolymorphicModel


class File(PolymorphicModel):
    folder = models.ForeignKey(Folder, related_name="all_files", null=True, on_delete=models.CASCADE)
    file = MultiStorageFileField(null=True)
    _file_size = models.BigIntegerField(null=True)
    sha1 = models.CharField()
    has_all_mandatory_data = models.BooleanField()
    original_filename = models.CharField(null=True)
    name = models.CharField()
    description = models.TextField(null=True)
    owner = models.ForeignKey(
        getattr(settings, "AUTH_USER_MODEL", "auth.User"),
        related_name="owned_%(class)ss",
        on_delete=models.SET_NULL,
        null=True,
    )
    uploaded_at = models.DateTimeField()
    modified_at = models.DateTimeField()
    is_public = models.BooleanField()
    mime_type = models.CharField()

    class Meta:
        app_label = "filer"
