"""wagtail: redirects."""

from django.db import models


class Redirect(models.Model):
    old_path = models.CharField()
    site = models.ForeignKey("wagtailcore.Site", null=True, related_name="redirects", on_delete=models.CASCADE)
    is_permanent = models.BooleanField()
    redirect_page = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.CASCADE)
    redirect_page_route_path = models.CharField()
    redirect_link = models.URLField()
    automatically_created = models.BooleanField()
    created_at = models.DateTimeField(null=True)
