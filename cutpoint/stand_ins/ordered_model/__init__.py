"""django-ordered-model."""
