"""mezzanine: settings with the defaults that apps register in modules called `defaults`."""

from importlib import import_module

from django.conf import settings


def register_setting(name=None, label=None, editable=False, description=None, default=None, **options):
    if not hasattr(settings, name):
        setattr(settings, name, default)


for app in settings.INSTALLED_APPS:
    try:
        import_module(f"{app}.defaults")
    except ImportError:
        pass
