"""django-model-utils: fields for times, states and keys."""

from django.db import models


class AutoCreatedField(models.DateTimeField):
    pass


class AutoLastModifiedField(AutoCreatedField):
    pass


class StatusField(models.CharField):
    pass


class MonitorField(models.DateTimeField):
    pass


class SplitField(models.TextField):
    # The text up to a mark is kept a second time.
    def contribute_to_class(self, cls, name, **kwargs):
        if not cls._meta.abstract:
            cls.add_to_class(f"_{name}_excerpt", models.TextField(editable=False))
        super().contribute_to_class(cls, name)


class UUIDField(models.UUIDField):
    def __init__(self, primary_key=True, version=4, editable=False, *args, **kwargs):
        kwargs.setdefault("primary_key", primary_key)
        super().__init__(*args, **kwargs)


class UrlsafeTokenField(models.CharField):
    pass
