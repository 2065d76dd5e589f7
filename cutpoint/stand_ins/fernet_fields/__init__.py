"""django-fernet-fields."""

from fernet_fields.fields import *
