"""django-summernote."""
