"""mezzanine: the user's model by name, and mixins without columns."""

from django.conf import settings


def get_user_model_name():
    return getattr(settings, "AUTH_USER_MODEL", "auth.User")


def upload_to(field_path, default):
    return default


class AdminThumbMixin:
    pass


class ModelMixin:
    pass
