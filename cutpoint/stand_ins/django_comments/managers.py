"""django-contrib-comments: managers."""

from django.db import models


class CommentManager(models.Manager):
    pass
