"""django-tenants."""
