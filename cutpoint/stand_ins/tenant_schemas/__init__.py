"""django-tenant-schemas."""
