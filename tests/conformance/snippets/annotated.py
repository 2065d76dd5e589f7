"""Type annotations, future annotations and TYPE_CHECKING imports beside fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.db import models

if TYPE_CHECKING:
    from plain_fields.models import Book

    class OnlyForTyping(models.Model):
        pass


class Reader(models.Model):
    book: Book = models.ForeignKey("plain_fields.Book", models.CASCADE)
    book_id: int
    kinds: ClassVar[list[str]] = ["a"]
    name: models.CharField[str, str] = models.CharField(max_length=5)
    never: models.IntegerField
