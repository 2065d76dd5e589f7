"""django-cms: what pages say in each language."""

from django.db import models
from cms.models.fields import PlaceholderRelationField
from cms.models.pagemodel import Page


class PageContent(models.Model):
    language = models.CharField()
    title = models.CharField()
    page_title = models.CharField(null=True)
    menu_title = models.CharField(null=True)
    meta_description = models.TextField(null=True)
    redirect = models.CharField(null=True)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="pagecontent_set")
    creation_date = models.DateTimeField()
    placeholders = PlaceholderRelationField()
    created_by = models.CharField()
    changed_by = models.CharField()
    changed_date = models.DateTimeField()
    in_navigation = models.BooleanField()
    soft_root = models.BooleanField()
    template = models.CharField()
    limit_visibility_in_menu = models.SmallIntegerField(null=True)
    xframe_options = models.IntegerField()

    class Meta:
        app_label = "cms"
