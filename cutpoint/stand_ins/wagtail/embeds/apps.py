"""wagtail: an app with a label of its own."""

from django.apps import AppConfig


class WagtailEmbedsAppConfig(AppConfig):
    name = "wagtail.embeds"
    label = "wagtailembeds"
    default_auto_field = "django.db.models.AutoField"
