"""wagtail: rich text, and streams of blocks kept as JSON."""

from django.db import models


class RichTextField(models.TextField):
    pass


class StreamField(models.JSONField):
    pass
