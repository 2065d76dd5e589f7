from django.apps import AppConfig


class SmallKeysConfig(AppConfig):
    name = "small_keys"
    label = "tiny"
    default_auto_field = "django.db.models.SmallAutoField"
