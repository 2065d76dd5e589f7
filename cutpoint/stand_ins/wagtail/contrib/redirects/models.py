"""wagtail: redirects."""

from django.db import models


class Redirect(models.Model):
    old_path = models.CharField(max_length=255)
    site = models.ForeignKey("wagtailcore.Site", null=True, related_name="redirects", on_delete=models.CASCADE)
    is_permanent = models.BooleanField(default=True)
    redirect_page = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.CASCADE)
    redirect_page_route_path = models.CharField(max_length=255)
    redirect_link = models.URLField(max_length=255)
    automatically_created = models.BooleanField(default=False)
    created_at = models.DateTimeField(null=True)
