"""django-geojson."""
