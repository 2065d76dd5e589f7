"""Models that are looked up in the registry while another app's models are loaded."""

from django.apps import apps
from django.db import models

Book = apps.get_model("plain_fields", "Book", require_ready=False)
Shelf = apps.get_model("plain_fields.shelf", require_ready=False)


class Copy(models.Model):
    book = models.ForeignKey(Book, models.CASCADE)
    shelf = models.ForeignKey(Shelf, models.CASCADE)


class Special(Shelf):
    note = models.TextField()
