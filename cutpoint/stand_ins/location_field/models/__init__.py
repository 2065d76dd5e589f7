"""django-location-field."""
