"""django-safedelete: what its two columns are called."""

from django.conf import settings

HARD_DELETE = 0
SOFT_DELETE = 1
SOFT_DELETE_CASCADE = 2
HARD_DELETE_NOCASCADE = 3
NO_DELETE = 4

FIELD_NAME = getattr(settings, "SAFE_DELETE_FIELD_NAME", "deleted")
DELETED_BY_CASCADE_FIELD_NAME = getattr(settings, "SAFE_DELETE_CASCADED_FIELD_NAME", "deleted_by_cascade")
