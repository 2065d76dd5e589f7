"""default_related_name counts where a relation has no name of its own, and is handed down by abstract bases."""

from django.db import models


class Target(models.Model):
    pass


class Base(models.Model):
    first = models.ForeignKey(Target, models.CASCADE)

    class Meta:
        abstract = True
        default_related_name = "%(app_label)s_%(model_name)ss"


class Arrow(Base):
    pass


class Stone(Base):
    second = models.ForeignKey(Target, models.CASCADE, related_name="thrown")
