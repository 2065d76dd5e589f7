"""django-nyt."""
