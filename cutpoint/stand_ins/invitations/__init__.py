"""django-invitations."""
