"""Unmanaged models have tables all the same, which somebody else makes."""

from django.db import models


class View(models.Model):
    total = models.IntegerField()

    class Meta:
        managed = False
        db_table = "sales_view"


class Child(View):
    more = models.IntegerField()
