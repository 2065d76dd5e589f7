"""django-tinymce: rich text."""

from django.db import models


class HTMLField(models.TextField):
    pass
