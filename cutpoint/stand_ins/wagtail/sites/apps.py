"""wagtail: an app with a label of its own."""

from django.apps import AppConfig


class WagtailSitesAppConfig(AppConfig):
    name = "wagtail.sites"
    label = "wagtailsites"
    default_auto_field = "django.db.models.AutoField"
