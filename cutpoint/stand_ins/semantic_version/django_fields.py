"""semantic-version: versions and what they have to be like."""

from django.db import models


class SemVerField(models.CharField):
    pass


class VersionField(models.CharField):
    pass


class SpecField(models.CharField):
    pass
