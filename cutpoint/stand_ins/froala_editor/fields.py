"""django-froala-editor: rich text."""

from django.db import models


class FroalaField(models.TextField):
    pass
