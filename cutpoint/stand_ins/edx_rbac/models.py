"""edx-rbac: roles and their assignments; the relation to a role comes with a construct."""

from django.conf import settings
from django.db import models
from model_utils.models import TimeStampedModel


class UserRoleAssignmentCreator(models.base.ModelBase):
    pass


class UserRole(TimeStampedModel):
    name = models.CharField()
    description = models.TextField(null=True)

    class Meta:
        abstract = True


class UserRoleAssignment(TimeStampedModel):
    role_class = None
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE)
    applies_to_all_contexts = models.BooleanField()

    class Meta:
        abstract = True
