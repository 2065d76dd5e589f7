"""Targets and tables as texts that are put together."""

from django.db import models

APP = __package__ or "texts"
LABEL = "{app}.{model}"
NAMES = dict(thing="Thing", other="Other")


class Settings:
    TARGET = "texts.Thing"
    tables = ["a", "b"]


class Thing(models.Model):
    class Meta:
        db_table = Settings.tables[-1] * 2 + NAMES["other"][:3].lower()


class Other(models.Model):
    one = models.ForeignKey(APP + ".Thing", models.CASCADE, related_name="+")
    two = models.ForeignKey(LABEL.format(app=APP, model="Thing"), models.CASCADE, related_name="+")
    three = models.ForeignKey("%s.%s" % (APP, NAMES["thing"]), models.CASCADE, related_name="+")
    four = models.ForeignKey(Settings.TARGET, models.CASCADE, related_name="+")
    five = models.ForeignKey("%(app)s.Thing" % {"app": APP}, models.CASCADE, related_name="+")
    six = models.ForeignKey(NAMES.get("missing") or "Thing", models.CASCADE, related_name="+")
    seven = models.ForeignKey(Thing._meta.label, models.CASCADE, related_name="+")
    eight = models.ForeignKey(Thing._meta.label_lower, models.CASCADE, related_name="+")
    nine = models.ForeignKey(f"{Thing._meta.app_label}.{Thing.__name__}", models.CASCADE, related_name="+")
    ten = models.ForeignKey(".".join((APP, "Thing")), models.CASCADE, db_column="x".rjust(3, "_"), related_name="+")
