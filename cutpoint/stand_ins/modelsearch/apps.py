"""modelsearch: its app, which gives every searchable model its way to the index."""

from django.apps import AppConfig


class ModelSearchAppConfig(AppConfig):
    name = "modelsearch"
    label = "modelsearch"
    default_auto_field = "django.db.models.AutoField"

    def ready(self):
        self.get_model("IndexEntry").add_generic_relations()
