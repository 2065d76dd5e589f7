"""django-localized-fields: an abstract base for them."""

from django.db import models


class LocalizedModel(models.Model):
    class Meta:
        abstract = True
