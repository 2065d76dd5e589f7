"""Related names: patterns, hidden ones, default_related_name."""

from django.db import models


class Target(models.Model):
    pass


class Base(models.Model):
    one = models.ForeignKey(Target, models.CASCADE, related_name="%(model_name)s_ones")
    two = models.ForeignKey(Target, models.CASCADE, related_name="+")
    three = models.OneToOneField(Target, models.CASCADE, related_name="%(app_label)s_%(class)s")
    four = models.ManyToManyField(Target, related_name="%(class)s_fours")
    five = models.ManyToManyField(Target, related_name="+")
    six = models.ForeignKey(Target, models.CASCADE, related_name="%(class)s_hidden+")

    class Meta:
        abstract = True


class CamelCase(Base):
    seven = models.ForeignKey(Target, models.CASCADE)


class Deeper(Base):
    class Meta:
        default_related_name = "all_%(class)s"

    eight = models.ForeignKey(Target, models.CASCADE)
    nine = models.ManyToManyField("Deeper")
