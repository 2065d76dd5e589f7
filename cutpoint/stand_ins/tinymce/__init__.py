"""django-tinymce."""
