"""django-enum: members of enumerations; of which kind, their values say."""

from django.db import models


class EnumField(models.Field):
    pass
