"""django-modeltranslation: each column that is registered is there once more for every language."""

from copy import copy

from modeltranslation.settings import AVAILABLE_LANGUAGES


class TranslationOptions:
    fields = ()


class Translator:
    def register(self, model_or_iterable, opts_class=None, **options):
        for model in [model_or_iterable] if isinstance(model_or_iterable, type) else model_or_iterable:
            for name in opts_class.fields:
                for language in AVAILABLE_LANGUAGES:
                    suffix = language.replace("-", "_").lower()
                    model.add_to_class(f"{name}_{suffix}", copy(getattr(model, name)))


translator = Translator()


def register(model_or_iterable, **options):
    def wrapper(opts_class):
        translator.register(model_or_iterable, opts_class)
        return opts_class

    return wrapper
