"""Children of relative_base.Pointing in another app: `Target` is another model here."""

from django.db import models

from relative_base.models import Pointing


class Target(models.Model):
    own = models.IntegerField()


class Away(Pointing):
    pass


class Between(models.Model):
    away = models.ForeignKey("Away", models.CASCADE)
    target = models.ForeignKey("Target", models.CASCADE)
