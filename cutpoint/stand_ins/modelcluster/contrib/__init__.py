"""django-modelcluster."""
