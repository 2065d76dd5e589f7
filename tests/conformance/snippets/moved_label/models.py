"""Meta.app_label moves a model, its table and its automatic tables to another app."""

from django.db import models

from plain_fields.models import Book


class Moved(models.Model):
    books = models.ManyToManyField(Book)
    near = models.ForeignKey("Shelf", models.CASCADE)

    class Meta:
        app_label = "plain_fields"


class Stayed(models.Model):
    moved = models.ForeignKey("plain_fields.Moved", models.CASCADE)
