"""django-imagekit: its fields."""

from imagekit.models.fields import ImageSpecField, ProcessedImageField
