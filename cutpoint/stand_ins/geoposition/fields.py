"""django-geoposition: places on a map."""

from django.db import models


class GeopositionField(models.Field):
    pass
