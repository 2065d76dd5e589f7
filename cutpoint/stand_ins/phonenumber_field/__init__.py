"""django-phonenumber-field."""
