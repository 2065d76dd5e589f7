"""Names beyond ASCII, and long ones."""

from django.db import models


class Straße(models.Model):
    hausnummer_größe = models.IntegerField()


class AVeryLongModelNameThatSomeDatabasesWouldHaveToShortenBecauseItIsSoLong(models.Model):
    a_field_with_quite_a_long_name_as_well = models.ManyToManyField(Straße)
