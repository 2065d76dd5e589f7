"""django-admin-sortable."""
