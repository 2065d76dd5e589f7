"""django-filer: relations to files, whose target need not be named."""

from django.db import models


class FilerFileField(models.ForeignKey):
    def __init__(self, *args, **kwargs):
        kwargs.setdefault("on_delete", models.CASCADE)
        kwargs["to"] = "filer.File"
        super().__init__(**kwargs)
