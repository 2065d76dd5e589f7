"""django-star-ratings."""
