"""django-organizations: the least that an organization and its people have; relations come with a construct."""

from django.db import models


class AbstractBaseOrganization(models.Model):
    name = models.CharField()
    is_active = models.BooleanField()

    class Meta:
        abstract = True


class OrganizationBase(AbstractBaseOrganization):
    class Meta(AbstractBaseOrganization.Meta):
        abstract = True


class AbstractBaseOrganizationUser(models.Model):
    class Meta:
        abstract = True


class OrganizationUserBase(AbstractBaseOrganizationUser):
    class Meta(AbstractBaseOrganizationUser.Meta):
        abstract = True


class AbstractBaseOrganizationOwner(models.Model):
    class Meta:
        abstract = True


class OrganizationOwnerBase(AbstractBaseOrganizationOwner):
    class Meta(AbstractBaseOrganizationOwner.Meta):
        abstract = True


class AbstractBaseInvitation(models.Model):
    guid = models.UUIDField()
    invitee_identifier = models.CharField()

    class Meta:
        abstract = True


class OrganizationInvitationBase(AbstractBaseInvitation):
    class Meta(AbstractBaseInvitation.Meta):
        abstract = True
