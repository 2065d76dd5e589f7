"""Models between two others that come from an abstract base or have a multi-table parent."""

from django.db import models


class Person(models.Model):
    pass


class Entry(models.Model):
    person = models.ForeignKey(Person, models.CASCADE, related_name="%(class)ss")
    since = models.DateField()

    class Meta:
        abstract = True


class Group(models.Model):
    members = models.ManyToManyField(Person, through="Membership", related_name="groups")
    guests = models.ManyToManyField(Person, through="Visit", through_fields=("group", "person"), related_name="visited")


class Membership(Entry):
    group = models.ForeignKey(Group, models.CASCADE)


class Visit(Membership):
    visitor = models.ForeignKey(Person, models.CASCADE, related_name="+")


class Club(Group):
    sponsors = models.ManyToManyField(Person, db_table="club_sponsors")
