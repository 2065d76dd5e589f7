"""django-enumchoicefield: members of enumerations."""

from django.db import models


class EnumChoiceField(models.CharField):
    pass
