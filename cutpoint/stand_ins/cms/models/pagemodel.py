"""django-cms: pages and their URLs."""

from django.contrib.sites.models import Site
from django.db import models
from treebeard.mp_tree import MP_Node


class Page(MP_Node):
    parent = models.ForeignKey("self", on_delete=models.CASCADE, null=True, related_name="children")
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="djangocms_pages")
    created_by = models.CharField()
    changed_by = models.CharField()
    creation_date = models.DateTimeField()
    changed_date = models.DateTimeField()
    reverse_id = models.CharField(null=True)
    navigation_extenders = models.CharField(null=True)
    login_required = models.BooleanField()
    is_home = models.BooleanField()
    application_urls = models.CharField(null=True)
    application_namespace = models.CharField(null=True)
    is_page_type = models.BooleanField()

    class Meta:
        app_label = "cms"


class PageUrl(models.Model):
    slug = models.SlugField()
    path = models.CharField(null=True)
    language = models.CharField()
    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="urls")
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="djangocms_urls")
    managed = models.BooleanField()

    class Meta:
        app_label = "cms"
