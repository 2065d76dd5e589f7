"""django-hashid-field."""

from hashid_field.field import (
    BigHashidAutoField,
    BigHashidField,
    HashidAutoField,
    HashidCharField,
    HashidField,
)
