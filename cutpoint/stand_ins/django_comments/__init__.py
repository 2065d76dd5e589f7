"""django-contrib-comments."""
