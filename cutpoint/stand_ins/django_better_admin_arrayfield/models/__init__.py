"""django-better-admin-arrayfield."""
