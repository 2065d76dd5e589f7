"""An abstract base whose targets have no app label: they are looked up in the app of each child."""

from django.db import models


class Target(models.Model):
    pass


class Pointing(models.Model):
    target = models.ForeignKey("Target", models.CASCADE, related_name="%(app_label)s_%(class)s_targets")
    fixed = models.ForeignKey("relative_base.Target", models.CASCADE, related_name="%(app_label)s_%(class)s_fixed")
    klass = models.ForeignKey(Target, models.CASCADE, related_name="%(app_label)s_%(class)s_klass")
    above = models.ForeignKey("self", models.CASCADE, null=True)
    beside = models.ManyToManyField("self")
    many = models.ManyToManyField("Target", related_name="+")
    through_others = models.ManyToManyField("Target", through="Between", related_name="%(app_label)s_%(class)s_between")

    class Meta:
        abstract = True


class Home(Pointing):
    pass


class Between(models.Model):
    home = models.ForeignKey(Home, models.CASCADE)
    target = models.ForeignKey(Target, models.CASCADE)
