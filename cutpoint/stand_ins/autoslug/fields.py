"""django-autoslug: slugs that write themselves."""

from django.db import models


class AutoSlugField(models.SlugField):
    pass
