"""wagtail: the model of pictures, which the settings may name."""

from django.apps import apps
from django.conf import settings


def get_image_model_string():
    return getattr(settings, "WAGTAILIMAGES_IMAGE_MODEL", "wagtailimages.Image")


def get_image_model():
    return apps.get_model(get_image_model_string())
