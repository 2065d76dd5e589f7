"""django-shortuuidfield."""

from shortuuidfield.fields import ShortUUIDField
