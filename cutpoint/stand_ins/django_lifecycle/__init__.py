"""django-lifecycle."""

from django_lifecycle.mixins import LifecycleModelMixin
from django_lifecycle.models import LifecycleModel
