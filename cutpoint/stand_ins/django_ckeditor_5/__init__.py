"""django-ckeditor-5."""
