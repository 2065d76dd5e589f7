"""django-modeltranslation: loads the modules called `translation`, before models are put together."""

from importlib import import_module

from django.conf import settings

for app in settings.INSTALLED_APPS:
    try:
        import_module(f"{app}.translation")
    except ImportError:
        pass
