"""django-localized-fields."""
