"""django-pghistory."""
