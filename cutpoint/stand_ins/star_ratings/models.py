"""django-star-ratings: ratings of any model."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models


class AbstractBaseRating(models.Model):
    count = models.PositiveIntegerField()
    total = models.PositiveIntegerField()
    average = models.DecimalField()
    content_type = models.ForeignKey(ContentType, null=True, on_delete=models.CASCADE)
    object_id = models.PositiveIntegerField(null=True)
    content_object = GenericForeignKey()

    class Meta:
        abstract = True


class Rating(AbstractBaseRating):
    class Meta(AbstractBaseRating.Meta):
        swappable = "STAR_RATINGS_RATING_MODEL"


class UserRating(models.Model):
    created = models.DateTimeField()
    modified = models.DateTimeField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE)
    ip = models.GenericIPAddressField(null=True)
    score = models.PositiveSmallIntegerField()
    rating = models.ForeignKey(
        getattr(settings, "STAR_RATINGS_RATING_MODEL", "star_ratings.Rating"),
        related_name="user_ratings",
        on_delete=models.CASCADE,
    )
