"""Many-to-many to itself, symmetrical and not, with and without a class between."""

from django.db import models


class Person(models.Model):
    friends = models.ManyToManyField("self")
    followers = models.ManyToManyField("self", symmetrical=False, related_name="follows")
    parents = models.ManyToManyField("Person", symmetrical=False, through="Parenthood", related_name="children")
    peers = models.ManyToManyField("self", through="Peer")
    hidden = models.ManyToManyField("many_to_many_self.Person", related_name="+")


class Parenthood(models.Model):
    parent = models.ForeignKey(Person, models.CASCADE, related_name="as_parent")
    child = models.ForeignKey(Person, models.CASCADE, related_name="as_child")


class Peer(models.Model):
    one = models.ForeignKey(Person, models.CASCADE, related_name="+")
    other = models.ForeignKey(Person, models.CASCADE, related_name="+")
