"""edx-opaque-keys: keys of courses and of what they hold."""

from django.db import models


class OpaqueKeyField(models.CharField):
    pass


class LearningContextKeyField(OpaqueKeyField):
    pass


class CourseKeyField(OpaqueKeyField):
    pass


class UsageKeyField(OpaqueKeyField):
    pass


class ContainerKeyField(OpaqueKeyField):
    pass


class CollectionKeyField(OpaqueKeyField):
    pass


class LocationKeyField(UsageKeyField):
    pass


class BlockTypeKeyField(OpaqueKeyField):
    pass
