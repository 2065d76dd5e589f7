"""django-contrib-comments: abstract bases of comments."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.sites.models import Site
from django.db import models


class BaseCommentAbstractModel(models.Model):
    content_type = models.ForeignKey(
        ContentType, related_name="content_type_set_for_%(class)s", on_delete=models.CASCADE
    )
    object_pk = models.CharField()
    content_object = GenericForeignKey(ct_field="content_type", fk_field="object_pk")
    site = models.ForeignKey(Site, on_delete=models.CASCADE)

    class Meta:
        abstract = True


class CommentAbstractModel(BaseCommentAbstractModel):
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, related_name="%(class)s_comments", on_delete=models.SET_NULL
    )
    user_name = models.CharField()
    user_email = models.EmailField()
    user_url = models.URLField()
    comment = models.TextField()
    submit_date = models.DateTimeField()
    ip_address = models.GenericIPAddressField(null=True)
    is_public = models.BooleanField()
    is_removed = models.BooleanField()

    class Meta:
        abstract = True
