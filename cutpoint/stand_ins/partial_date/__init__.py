"""django-partial-date."""

from partial_date.fields import PartialDateField
