"""django-mdeditor: Markdown."""

from django.db import models


class MDTextField(models.TextField):
    pass
