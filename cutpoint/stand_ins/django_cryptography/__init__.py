"""django-cryptography."""
