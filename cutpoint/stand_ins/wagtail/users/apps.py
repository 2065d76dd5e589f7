"""wagtail: an app with a label of its own."""

from django.apps import AppConfig


class WagtailUsersAppConfig(AppConfig):
    name = "wagtail.users"
    label = "wagtailusers"
    default_auto_field = "django.db.models.AutoField"
