"""django-durationwidget."""
