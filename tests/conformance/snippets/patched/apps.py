from django.apps import AppConfig, apps


class PatchedConfig(AppConfig):
    name = "patched"

    def ready(self):
        from django.db import models

        from . import extra  # noqa: F401

        apps.get_model("patched", "Shop").add_to_class("patched_in", models.IntegerField(null=True))
        self.get_model("Shop").add_to_class("patched_twice", models.IntegerField(null=True))
        self.module.models.Shop.add_to_class("patched_thrice", models.IntegerField(null=True))
