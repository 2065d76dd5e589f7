"""django-enumchoicefield."""

from enumchoicefield.fields import EnumChoiceField
