"""django-modeltranslation."""
