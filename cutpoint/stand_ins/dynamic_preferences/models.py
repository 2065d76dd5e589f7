"""django-dynamic-preferences: preferences kept as rows, abstract and with a table."""

from django.db import models


class BasePreferenceModel(models.Model):
    section = models.CharField(null=True)
    name = models.CharField()
    raw_value = models.TextField(null=True)

    class Meta:
        abstract = True
        app_label = "dynamic_preferences"


class GlobalPreferenceModel(BasePreferenceModel):
    class Meta:
        app_label = "dynamic_preferences"


class PerInstancePreferenceModel(BasePreferenceModel):
    class Meta(BasePreferenceModel.Meta):
        abstract = True
