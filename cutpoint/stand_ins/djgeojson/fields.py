"""django-geojson: shapes kept as JSON."""

from django.db import models


class GeoJSONField(models.JSONField):
    pass


class GeometryField(models.JSONField):
    pass


class PointField(models.JSONField):
    pass


class PolygonField(models.JSONField):
    pass


class MultiPointField(models.JSONField):
    pass


class LineStringField(models.JSONField):
    pass


class MultiLineStringField(models.JSONField):
    pass


class MultiPolygonField(models.JSONField):
    pass


class GeometryCollectionField(models.JSONField):
    pass
