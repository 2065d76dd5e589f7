"""django-waffle."""
