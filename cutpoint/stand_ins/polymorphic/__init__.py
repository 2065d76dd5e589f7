"""django-polymorphic."""
