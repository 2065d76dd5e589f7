"""Models that the app's ready() changes and adds to."""

from django.db import models

import patched


class Shop(models.Model):
    name = models.TextField()
    package = patched.__name__
