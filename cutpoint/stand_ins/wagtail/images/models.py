"""wagtail: pictures and what was made from them, abstract and with tables."""

from django.conf import settings
from django.db import models
from modelsearch.index import Indexed
from taggit.managers import TaggableManager
from wagtail.models import CollectionMember


class WagtailImageField(models.ImageField):
    pass


class ImageFileMixin:
    pass


class AbstractImage(ImageFileMixin, CollectionMember, Indexed, models.Model):
    title = models.CharField()
    file = WagtailImageField()
    description = models.CharField()
    width = models.IntegerField()
    height = models.IntegerField()
    created_at = models.DateTimeField()
    uploaded_by_user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL)
    tags = TaggableManager()
    focal_point_x = models.PositiveIntegerField(null=True)
    focal_point_y = models.PositiveIntegerField(null=True)
    focal_point_width = models.PositiveIntegerField(null=True)
    focal_point_height = models.PositiveIntegerField(null=True)
    file_size = models.PositiveIntegerField(null=True)
    file_hash = models.CharField()

    class Meta:
        abstract = True


class Image(AbstractImage):
    pass


class AbstractRendition(ImageFileMixin, models.Model):
    filter_spec = models.CharField()
    file = WagtailImageField()
    width = models.IntegerField()
    height = models.IntegerField()
    focal_point_key = models.CharField()

    class Meta:
        abstract = True


class Rendition(AbstractRendition):
    image = models.ForeignKey(Image, related_name="renditions", on_delete=models.CASCADE)
