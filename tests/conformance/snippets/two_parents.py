"""Two multi-table parents; the first link is the key."""

from django.db import models


class Article(models.Model):
    article_id = models.AutoField(primary_key=True)
    headline = models.CharField(max_length=5)


class Book(models.Model):
    book_id = models.AutoField(primary_key=True)
    title = models.CharField(max_length=5)


class BookReview(Book, Article):
    stars = models.IntegerField()


class Mixed(models.Model):
    note = models.TextField()

    class Meta:
        abstract = True


class NotedBook(Mixed, Book):
    pass
