"""django-summernote: rich text."""

from django.db import models


class SummernoteTextField(models.TextField):
    pass
