"""django-auditlog."""
