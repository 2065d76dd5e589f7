"""wagtail: an app with a label of its own."""

from django.apps import AppConfig


class WagtailSearchAppConfig(AppConfig):
    name = "wagtail.search"
    label = "wagtailsearch"
    default_auto_field = "django.db.models.AutoField"
