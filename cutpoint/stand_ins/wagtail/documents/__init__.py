"""wagtail: the model of documents, which the settings may name."""

from django.apps import apps
from django.conf import settings


def get_document_model_string():
    return getattr(settings, "WAGTAILDOCS_DOCUMENT_MODEL", "wagtaildocs.Document")


def get_document_model():
    return apps.get_model(get_document_model_string())
