"""django-guardian: its models."""

from guardian.models.models import (
    BaseGenericObjectPermission,
    BaseObjectPermission,
    GroupObjectPermission,
    GroupObjectPermissionAbstract,
    GroupObjectPermissionBase,
    UserObjectPermission,
    UserObjectPermissionAbstract,
    UserObjectPermissionBase,
)
