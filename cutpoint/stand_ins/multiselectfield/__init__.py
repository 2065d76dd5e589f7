"""django-multiselectfield."""

from multiselectfield.db.fields import MultiSelectField
