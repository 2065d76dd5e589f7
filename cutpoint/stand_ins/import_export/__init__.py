"""django-import-export."""
