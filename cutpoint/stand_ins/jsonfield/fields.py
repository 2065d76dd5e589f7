"""jsonfield: JSON kept as text."""

from django.db import models


class JSONField(models.TextField):
    pass


class JSONCharField(models.CharField):
    pass
