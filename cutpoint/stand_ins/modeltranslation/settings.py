"""django-modeltranslation: the languages."""

from django.conf import settings

AVAILABLE_LANGUAGES = list(
    getattr(settings, "MODELTRANSLATION_LANGUAGES", None) or [code for code, name in settings.LANGUAGES]
)
