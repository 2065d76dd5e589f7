"""django-hitcount."""
