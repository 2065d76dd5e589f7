"""A proxy that is declared in admin.py: the admin loads these modules when Django starts."""

from django.db import models


class Article(models.Model):
    title = models.TextField()
