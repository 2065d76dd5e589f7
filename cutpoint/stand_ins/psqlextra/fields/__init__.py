"""django-postgres-extra: columns with keys and values."""

from django.db import models


class HStoreField(models.Field):
    pass
