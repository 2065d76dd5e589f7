from django.apps import AppConfig


class Config(AppConfig):
    name = "not_imported"

    def ready(self):
        from . import late  # noqa: F401
