"""django-filer: relations to pictures, whose target need not be named."""

from django.db import models

from filer.settings import FILER_IMAGE_MODEL


class FilerImageField(models.ForeignKey):
    def __init__(self, *args, **kwargs):
        kwargs.setdefault("on_delete", models.CASCADE)
        kwargs["to"] = FILER_IMAGE_MODEL
        super().__init__(**kwargs)
