"""django-mdeditor."""
