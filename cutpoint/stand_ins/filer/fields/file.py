"""django-filer: relations to files, whose target need not be named."""

from django.db import models


class FilerFileField(models.ForeignKey):
    default_model_class = "filer.File"

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("on_delete", models.CASCADE)
        kwargs["to"] = self.default_model_class
        super().__init__(**kwargs)
