"""django-picklefield: pickled values."""

from django.db import models


class PickledObjectField(models.TextField):
    pass
