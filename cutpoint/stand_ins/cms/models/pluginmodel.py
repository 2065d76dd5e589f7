"""django-cms: plugins, which a project's own kinds of plugins inherit from."""

from django.db import models
from cms.models.placeholdermodel import Placeholder


class CMSPlugin(models.Model):
    placeholder = models.ForeignKey(Placeholder, on_delete=models.CASCADE, null=True)
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True)
    position = models.SmallIntegerField()
    language = models.CharField()
    plugin_type = models.CharField()
    creation_date = models.DateTimeField()
    changed_date = models.DateTimeField()

    class Meta:
        app_label = "cms"
