"""django-select-multiple-field."""
