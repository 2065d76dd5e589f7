from django.contrib import admin
from django.db import models

from .models import Article


class Draft(Article):
    class Meta:
        proxy = True


class Bookmark(models.Model):
    article = models.ForeignKey(Article, models.CASCADE)


admin.site.register([Article, Draft])
