"""django-smart-selects."""
