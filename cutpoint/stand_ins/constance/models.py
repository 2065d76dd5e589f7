"""django-constance: settings kept as rows."""

from django.db import models


class Constance(models.Model):
    key = models.CharField()
    value = models.TextField(null=True)
