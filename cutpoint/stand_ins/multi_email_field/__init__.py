"""django-multi-email-field."""
