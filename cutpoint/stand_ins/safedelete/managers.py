"""django-safedelete: managers."""

from django.db import models


class SafeDeleteManager(models.Manager):
    pass


class SafeDeleteAllManager(SafeDeleteManager):
    pass


class SafeDeleteDeletedManager(SafeDeleteManager):
    pass
