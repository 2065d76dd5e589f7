"""wagtail: an app with a label of its own."""

from django.apps import AppConfig


class WagtailSnippetsAppConfig(AppConfig):
    name = "wagtail.snippets"
    label = "wagtailsnippets"
    default_auto_field = "django.db.models.AutoField"
