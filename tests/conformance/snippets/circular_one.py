"""Two apps that import each other, one of them below its models."""

from django.db import models


class One(models.Model):
    two = models.ForeignKey("circular_two.Two", models.CASCADE)


from circular_two.models import Two  # noqa: E402


class Third(models.Model):
    two = models.ForeignKey(Two, models.CASCADE)
