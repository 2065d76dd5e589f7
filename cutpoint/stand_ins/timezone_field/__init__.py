"""django-timezone-field."""

from timezone_field.fields import TimeZoneField
