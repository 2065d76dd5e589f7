"""wagtail: an app with a label of its own."""

from django.apps import AppConfig


class WagtailRoutablepageAppConfig(AppConfig):
    name = "wagtail.contrib.routable_page"
    label = "wagtailroutablepage"
    default_auto_field = "django.db.models.AutoField"
