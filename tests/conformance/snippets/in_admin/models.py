"""A proxy that is declared in admin.py, and a model in views.py: Django loads the one when it starts, the other for its URLs."""

from django.db import models


class Article(models.Model):
    title = models.TextField()
