"""wagtail: an app with a label of its own."""

from django.apps import AppConfig


class WagtailRedirectsAppConfig(AppConfig):
    name = "wagtail.contrib.redirects"
    label = "wagtailredirects"
    default_auto_field = "django.db.models.AutoField"
