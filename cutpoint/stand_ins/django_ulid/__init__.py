"""django-ulid."""
