"""django-mptt: managers."""

from django.db import models


class TreeManager(models.Manager):
    pass
