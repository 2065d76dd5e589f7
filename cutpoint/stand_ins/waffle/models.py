"""django-waffle: flags, switches and samples, abstract and with tables."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models


class BaseModel(models.Model):
    class Meta:
        abstract = True


class AbstractBaseFlag(BaseModel):
    name = models.CharField()
    everyone = models.BooleanField(null=True)
    percent = models.DecimalField(null=True)
    testing = models.BooleanField()
    superusers = models.BooleanField()
    staff = models.BooleanField()
    authenticated = models.BooleanField()
    languages = models.TextField()
    rollout = models.BooleanField()
    note = models.TextField()
    created = models.DateTimeField()
    modified = models.DateTimeField()

    class Meta:
        abstract = True


class AbstractUserFlag(AbstractBaseFlag):
    groups = models.ManyToManyField(Group)
    users = models.ManyToManyField(settings.AUTH_USER_MODEL)

    class Meta(AbstractBaseFlag.Meta):
        abstract = True


class Flag(AbstractUserFlag):
    class Meta(AbstractUserFlag.Meta):
        swappable = "WAFFLE_FLAG_MODEL"


class AbstractBaseSwitch(BaseModel):
    name = models.CharField()
    active = models.BooleanField()
    note = models.TextField()
    created = models.DateTimeField()
    modified = models.DateTimeField()

    class Meta:
        abstract = True


class AbstractBaseSample(BaseModel):
    name = models.CharField()
    percent = models.DecimalField()
    note = models.TextField()
    created = models.DateTimeField()
    modified = models.DateTimeField()

    class Meta:
        abstract = True


class Switch(AbstractBaseSwitch):
    class Meta(AbstractBaseSwitch.Meta):
        swappable = "WAFFLE_SWITCH_MODEL"


class Sample(AbstractBaseSample):
    class Meta(AbstractBaseSample.Meta):
        swappable = "WAFFLE_SAMPLE_MODEL"
