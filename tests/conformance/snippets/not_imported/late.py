from django.db import models


class Late(models.Model):
    """The app's ready() imports this one."""

    to = models.ForeignKey("Here", models.CASCADE)
