"""django-filer: relations to folders, whose target need not be named."""

from django.db import models


class FilerFolderField(models.ForeignKey):
    def __init__(self, *args, **kwargs):
        kwargs.setdefault("on_delete", models.CASCADE)
        kwargs["to"] = "filer.Folder"
        super().__init__(**kwargs)
