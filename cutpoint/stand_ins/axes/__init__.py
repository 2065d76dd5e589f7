"""django-axes."""
