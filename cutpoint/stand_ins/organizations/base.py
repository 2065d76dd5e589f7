"""django-organizations: the least that an organization and its people have; relations come with a construct."""

from django.db import models


class AbstractBaseOrganization(models.Model):
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)

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
    guid = models.UUIDField(editable=False)
    invitee_identifier = models.CharField(max_length=1000)

    class Meta:
        abstract = True


class OrganizationInvitationBase(AbstractBaseInvitation):
    class Meta(AbstractBaseInvitation.Meta):
        abstract = True
