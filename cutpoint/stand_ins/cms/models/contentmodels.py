"""django-cms: what pages say in each language."""

from django.db import models

from cms.models.fields import PlaceholderRelationField
from cms.models.pagemodel import Page


class PageContent(models.Model):
    language = models.CharField(max_length=15)
    title = models.CharField(max_length=255)
    page_title = models.CharField(max_length=255, null=True)
    menu_title = models.CharField(max_length=255, null=True)
    meta_description = models.TextField(null=True)
    redirect = models.CharField(max_length=2048, null=True)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="pagecontent_set")
    creation_date = models.DateTimeField()
    placeholders = PlaceholderRelationField()
    created_by = models.CharField(max_length=255)
    changed_by = models.CharField(max_length=255)
    changed_date = models.DateTimeField(auto_now=True)
    in_navigation = models.BooleanField(default=True)
    soft_root = models.BooleanField(default=False)
    template = models.CharField(max_length=100)
    limit_visibility_in_menu = models.SmallIntegerField(null=True)
    xframe_options = models.IntegerField()

    class Meta:
        app_label = "cms"
