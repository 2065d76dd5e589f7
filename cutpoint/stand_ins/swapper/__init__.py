"""swapper: models that the settings may put others in the place of."""

from django.apps import apps
from django.conf import settings

_prefixes = {}


def swappable_setting(app_label, model):
    return "_".join([_prefixes.get(app_label, app_label), model, "model"]).upper()


def get_model_name(app_label, model):
    return getattr(settings, swappable_setting(app_label, model), f"{app_label}.{model}")


def is_swapped(app_label, model):
    name = get_model_name(app_label, model)
    return False if name == f"{app_label}.{model}" else name


def load_model(app_label, model, required=True, require_ready=True):
    return apps.get_model(get_model_name(app_label, model))


def set_app_prefix(app_label, prefix):
    _prefixes[app_label] = prefix


def join(app_label, model):
    return f"{app_label}.{model}"


def split(model):
    return model.rsplit(".", 1)
