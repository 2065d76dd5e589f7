"""django-fsm: states and the ways between them."""

from django.db import models


class FSMFieldMixin:
    pass


class FSMField(models.CharField):
    pass


class FSMIntegerField(models.IntegerField):
    pass


class FSMKeyField(models.ForeignKey):
    pass


class ConcurrentTransitionMixin:
    pass


class FSMModelMixin:
    pass
