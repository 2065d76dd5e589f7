"""django-multiselectfield."""
