"""wagtail: its app, which has a label of its own."""

from django.apps import AppConfig


class WagtailCoreAppConfig(AppConfig):
    name = "wagtail"
    label = "wagtailcore"
    default_auto_field = "django.db.models.AutoField"
