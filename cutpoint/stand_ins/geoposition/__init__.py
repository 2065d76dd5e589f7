"""django-geoposition."""
