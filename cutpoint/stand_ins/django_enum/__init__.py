"""django-enum."""

from django_enum.fields import EnumField
