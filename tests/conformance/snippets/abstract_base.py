"""An abstract base hands its fields and its Meta down, and the patterns in its related names are filled in."""

from django.db import models


class Owner(models.Model):
    name = models.CharField(max_length=10)


class Owned(models.Model):
    created = models.DateTimeField(auto_now_add=True)
    owner = models.ForeignKey(Owner, models.CASCADE, related_name="%(app_label)s_%(class)s_set")
    readers = models.ManyToManyField(Owner, related_name="%(class)s_read")

    class Meta:
        abstract = True
        ordering = ["created"]


class Paper(Owned):
    text = models.TextField()


class BlueBook(Owned):
    class Meta(Owned.Meta):
        db_table = "blue_books"
