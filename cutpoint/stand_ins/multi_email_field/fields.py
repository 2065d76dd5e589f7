"""django-multi-email-field: several addresses in one column."""

from django.db import models


class MultiEmailField(models.TextField):
    pass
