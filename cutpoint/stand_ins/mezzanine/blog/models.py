"""mezzanine: a blog."""

from django.db import models
from mezzanine.core.fields import FileField
from mezzanine.core.models import Displayable, Ownable, RichText, Slugged
from mezzanine.generic.fields import CommentsField, RatingField


class BlogPost(Displayable, Ownable, RichText):
    categories = models.ManyToManyField("BlogCategory", related_name="blogposts")
    allow_comments = models.BooleanField()
    comments = CommentsField()
    rating = RatingField()
    featured_image = FileField(null=True)
    related_posts = models.ManyToManyField("self")


class BlogCategory(Slugged):
    pass
