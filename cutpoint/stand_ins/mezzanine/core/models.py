"""mezzanine: the abstract bases that its models, and a project's own, are put together from."""

from django.db import models
from mezzanine.core.fields import OrderField, RichTextField
from mezzanine.generic.fields import KeywordsField
from mezzanine.utils.models import get_user_model_name


class SiteRelated(models.Model):
    site = models.ForeignKey("sites.Site", on_delete=models.CASCADE)

    class Meta:
        abstract = True


class Slugged(SiteRelated):
    title = models.CharField()
    slug = models.CharField()

    class Meta:
        abstract = True


class MetaData(models.Model):
    _meta_title = models.CharField(null=True)
    description = models.TextField()
    gen_description = models.BooleanField()
    keywords = KeywordsField()

    class Meta:
        abstract = True


class TimeStamped(models.Model):
    created = models.DateTimeField(null=True)
    updated = models.DateTimeField(null=True)

    class Meta:
        abstract = True


class Displayable(Slugged, MetaData, TimeStamped):
    status = models.IntegerField()
    publish_date = models.DateTimeField(null=True)
    expiry_date = models.DateTimeField(null=True)
    short_url = models.URLField(null=True)
    in_sitemap = models.BooleanField()

    class Meta:
        abstract = True


class RichText(models.Model):
    content = RichTextField()

    class Meta:
        abstract = True


class OrderableBase(models.base.ModelBase):
    pass


class Orderable(models.Model):
    _order = OrderField(null=True)

    class Meta:
        abstract = True


class Ownable(models.Model):
    user = models.ForeignKey(get_user_model_name(), on_delete=models.CASCADE, related_name="%(class)ss")

    class Meta:
        abstract = True


class ContentTyped(models.Model):
    content_model = models.CharField(null=True)

    class Meta:
        abstract = True


class SitePermission(models.Model):
    user = models.OneToOneField(get_user_model_name(), on_delete=models.CASCADE, related_name="%(class)ss")
    sites = models.ManyToManyField("sites.Site")
