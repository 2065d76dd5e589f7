"""django-two-factor-auth."""
