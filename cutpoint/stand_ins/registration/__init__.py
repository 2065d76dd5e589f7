"""django-registration-redux."""
