"""django-organizations: abstract bases of an organization and its people."""

from django.db import models
from organizations.base import (
    AbstractBaseInvitation,
    AbstractBaseOrganization,
    AbstractBaseOrganizationOwner,
    AbstractBaseOrganizationUser,
)
from organizations.fields import AutoCreatedField, AutoLastModifiedField, SlugField


class SharedBaseModel(models.Model):
    created = AutoCreatedField()
    modified = AutoLastModifiedField()

    class Meta:
        abstract = True


class AbstractOrganization(SharedBaseModel, AbstractBaseOrganization):
    slug = SlugField()

    class Meta(AbstractBaseOrganization.Meta):
        abstract = True


class AbstractOrganizationUser(SharedBaseModel, AbstractBaseOrganizationUser):
    is_admin = models.BooleanField()

    class Meta(AbstractBaseOrganizationUser.Meta):
        abstract = True


class AbstractOrganizationOwner(SharedBaseModel, AbstractBaseOrganizationOwner):
    class Meta:
        abstract = True


class AbstractOrganizationInvitation(SharedBaseModel, AbstractBaseInvitation):
    class Meta:
        abstract = True
