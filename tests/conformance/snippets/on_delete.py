"""Every on_delete that Django has, SET with a value and a callable, and one of our own."""

from django.db import models
from django.db.models import PROTECT, deletion
from django.db.models.deletion import CASCADE


def nobody():
    return None


def keep_history(collector, field, sub_objs, using):
    return None


class Target(models.Model):
    pass


class Pointing(models.Model):
    a = models.ForeignKey(Target, CASCADE, related_name="+")
    b = models.ForeignKey(Target, PROTECT, related_name="+")
    c = models.ForeignKey(Target, on_delete=models.RESTRICT, related_name="+")
    d = models.ForeignKey(Target, on_delete=models.SET_NULL, null=True, related_name="+")
    e = models.ForeignKey(Target, on_delete=models.SET_DEFAULT, default=1, related_name="+")
    f = models.ForeignKey(Target, on_delete=models.SET(nobody), null=True, related_name="+")
    g = models.ForeignKey(Target, on_delete=deletion.SET(1), related_name="+")
    h = models.ForeignKey(Target, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+")
    i = models.ForeignKey(Target, on_delete=keep_history, related_name="+")
