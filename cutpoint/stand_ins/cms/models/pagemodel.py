"""django-cms: pages and their URLs."""

from django.contrib.sites.models import Site
from django.db import models

from treebeard.mp_tree import MP_Node


class Page(MP_Node):
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="children")
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="djangocms_pages")
    created_by = models.CharField(max_length=255)
    changed_by = models.CharField(max_length=255)
    creation_date = models.DateTimeField(auto_now_add=True)
    changed_date = models.DateTimeField(auto_now=True)
    reverse_id = models.CharField(max_length=40, null=True)
    navigation_extenders = models.CharField(max_length=80, null=True)
    login_required = models.BooleanField(default=False)
    is_home = models.BooleanField(default=False)
    application_urls = models.CharField(max_length=200, null=True)
    application_namespace = models.CharField(max_length=200, null=True)
    is_page_type = models.BooleanField(default=False)

    class Meta:
        app_label = "cms"


class PageUrl(models.Model):
    slug = models.SlugField(max_length=255)
    path = models.CharField(max_length=255, null=True)
    language = models.CharField(max_length=15)
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="urls")
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="djangocms_urls")
    managed = models.BooleanField(default=False)

    class Meta:
        app_label = "cms"
