"""martor: Markdown."""

from django.db import models


class MartorField(models.TextField):
    pass
