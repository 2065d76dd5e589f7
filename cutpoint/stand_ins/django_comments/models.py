"""django-contrib-comments: comments on any model, and what readers say of them."""

from django.conf import settings
from django.db import models
from django_comments.abstracts import CommentAbstractModel


class Comment(CommentAbstractModel):
    class Meta(CommentAbstractModel.Meta):
        db_table = "django_comments"


class CommentFlag(models.Model):
    user = models.ForeignKey(settings.AUTH_USER_MODEL, related_name="comment_flags", on_delete=models.CASCADE)
    comment = models.ForeignKey(Comment, related_name="flags", on_delete=models.CASCADE)
    flag = models.CharField()
    flag_date = models.DateTimeField()

    class Meta:
        db_table = "django_comment_flags"
