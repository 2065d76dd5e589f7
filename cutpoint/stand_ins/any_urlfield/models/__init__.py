"""django-any-urlfield: its field."""

from any_urlfield.models.fields import AnyUrlField
