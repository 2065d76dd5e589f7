"""django-hierarkey."""
