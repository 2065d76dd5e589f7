"""django-postgres-extra."""
