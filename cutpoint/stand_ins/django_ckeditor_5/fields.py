"""django-ckeditor-5: rich text."""

from django.db import models


class CKEditor5Field(models.TextField):
    pass
