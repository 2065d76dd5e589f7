"""django-activity-stream."""
