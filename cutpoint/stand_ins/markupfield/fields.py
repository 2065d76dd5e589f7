"""django-markupfield: text in a markup language; how it is written and what it looks like lie beside it."""

from django.db import models


class MarkupField(models.TextField):
    def __init__(self, *args, markup_type=None, default_markup_type=None, **kwargs):
        self.markup_type = markup_type
        super().__init__(*args, **kwargs)

    def contribute_to_class(self, cls, name, **kwargs):
        if not cls._meta.abstract:
            cls.add_to_class(f"{name}_markup_type", models.CharField(max_length=30))
            cls.add_to_class(f"_{name}_rendered", models.TextField(editable=False, null=True))
        super().contribute_to_class(cls, name)
