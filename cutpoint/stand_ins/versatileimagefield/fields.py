"""django-versatileimagefield: pictures, and the point that matters in them."""

from django.db import models


class VersatileImageField(models.ImageField):
    pass


class PPOIField(models.CharField):
    pass
