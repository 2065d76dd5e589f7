"""django-recurrence."""
