"""django-guardian: who is asked whether a user may do something to one object."""

from guardian.core import ObjectPermissionChecker


class ObjectPermissionBackend:
    def has_perm(self, user_obj, perm, obj=None):
        return ObjectPermissionChecker(user_obj).has_perm(perm, obj)

    def get_group_permissions(self, user_obj, obj=None):
        return ObjectPermissionChecker(user_obj).get_group_perms(obj)

    def get_all_permissions(self, user_obj, obj=None):
        return ObjectPermissionChecker(user_obj).get_perms(obj)
