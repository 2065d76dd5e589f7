"""django-mailman3."""
