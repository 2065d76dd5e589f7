"""django-image-cropping."""

from image_cropping.fields import ImageCropField, ImageRatioField
