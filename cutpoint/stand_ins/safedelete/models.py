"""django-safedelete: rows that are marked, and stay, when they are deleted."""

from django.db import models

from safedelete.config import DELETED_BY_CASCADE_FIELD_NAME, FIELD_NAME
from safedelete.managers import (
    SafeDeleteAllManager,
    SafeDeleteDeletedManager,
    SafeDeleteManager,
)


class SafeDeleteModel(models.Model):
    objects = SafeDeleteManager()
    all_objects = SafeDeleteAllManager()
    deleted_objects = SafeDeleteDeletedManager()

    class Meta:
        abstract = True


class SafeDeleteMixin(SafeDeleteModel):
    class Meta:
        abstract = True


SafeDeleteModel.add_to_class(FIELD_NAME, models.DateTimeField(editable=False, null=True))
SafeDeleteModel.add_to_class(DELETED_BY_CASCADE_FIELD_NAME, models.BooleanField(editable=False, default=False))
