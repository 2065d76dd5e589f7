"""mezzanine: comments, keywords and ratings of any model."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.db import models
from django_comments.models import Comment
from mezzanine.core.models import Orderable, Slugged
from mezzanine.generic.fields import RatingField
from mezzanine.utils.models import get_user_model_name


class ThreadedComment(Comment):
    by_author = models.BooleanField()
    replied_to = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="comments")
    rating = RatingField()


class Keyword(Slugged):
    pass


class AssignedKeyword(Orderable):
    keyword = models.ForeignKey("Keyword", on_delete=models.CASCADE, related_name="assignments")
    content_type = models.ForeignKey("contenttypes.ContentType", on_delete=models.CASCADE)
    object_pk = models.IntegerField()
    content_object = GenericForeignKey("content_type", "object_pk")


class Rating(models.Model):
    value = models.IntegerField()
    rating_date = models.DateTimeField(null=True)
    content_type = models.ForeignKey("contenttypes.ContentType", on_delete=models.CASCADE)
    object_pk = models.IntegerField()
    content_object = GenericForeignKey("content_type", "object_pk")
    user = models.ForeignKey(get_user_model_name(), on_delete=models.CASCADE, null=True, related_name="%(class)ss")
