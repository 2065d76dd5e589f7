"""django-reversion."""

from reversion.revisions import create_revision, register
