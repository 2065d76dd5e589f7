"""django-scopes: managers that ask for a scope; without columns."""

from django.db import models


def ScopedManager(_manager_class=models.Manager, **scopes):
    return _manager_class()
