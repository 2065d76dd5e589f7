"""django-searchable-encrypted-fields."""

from encrypted_fields.fields import *
