"""Many-to-many with a class between, named by text, by class, or by the label of another app."""

from django.db import models

from plain_fields.models import Book


class Club(models.Model):
    books = models.ManyToManyField(Book, through="Membership", through_fields=("club", "book"))


class Membership(models.Model):
    club = models.ForeignKey(Club, models.CASCADE)
    book = models.ForeignKey("plain_fields.Book", models.CASCADE)
    first = models.ForeignKey(Book, models.CASCADE, related_name="+")


class Loan(models.Model):
    book = models.ForeignKey(Book, models.CASCADE)
    library = models.ForeignKey("Library", models.CASCADE)


class Library(models.Model):
    books = models.ManyToManyField(Book, through=Loan, related_name="libraries")
    clubs = models.ManyToManyField(Club, through="many_to_many_through.Visit")


class Visit(models.Model):
    library = models.ForeignKey(Library, models.CASCADE)
    club = models.ForeignKey(Club, models.CASCADE)
