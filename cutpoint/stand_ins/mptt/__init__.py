"""django-mptt."""
