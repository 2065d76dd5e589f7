"""The app's own default_auto_field and label count, for automatic tables too."""

from django.db import models


class Thing(models.Model):
    others = models.ManyToManyField("self")
    next = models.ForeignKey("tiny.Thing", models.CASCADE)
