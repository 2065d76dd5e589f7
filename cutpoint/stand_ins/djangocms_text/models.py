"""djangocms-text: text as a plugin."""

from django.db import models
from cms.models import CMSPlugin


class AbstractText(CMSPlugin):
    cmsplugin_ptr = models.OneToOneField(
        CMSPlugin, on_delete=models.CASCADE, related_name="%(app_label)s_%(class)s", parent_link=True
    )
    body = models.TextField()
    json = models.JSONField(null=True)
    rte = models.CharField()

    class Meta:
        abstract = True


class Text(AbstractText):
    class Meta:
        abstract = False
