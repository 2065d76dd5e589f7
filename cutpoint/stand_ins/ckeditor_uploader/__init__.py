"""django-ckeditor."""
