"""wagtail: an app with a label of its own."""

from django.apps import AppConfig


class WagtailSettingsAppConfig(AppConfig):
    name = "wagtail.contrib.settings"
    label = "wagtailsettings"
    default_auto_field = "django.db.models.AutoField"
