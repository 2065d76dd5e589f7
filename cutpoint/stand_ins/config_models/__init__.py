"""django-config-models."""
