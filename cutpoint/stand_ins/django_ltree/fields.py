"""django-ltree: paths in a tree."""

from django.db import models


class PathField(models.TextField):
    pass
