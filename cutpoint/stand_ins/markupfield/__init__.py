"""django-markupfield."""
