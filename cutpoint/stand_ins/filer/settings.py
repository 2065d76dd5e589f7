"""django-filer: the model of pictures, which the settings may name."""

from django.conf import settings

FILER_IMAGE_MODEL = getattr(settings, "FILER_IMAGE_MODEL", None) or "filer.Image"
