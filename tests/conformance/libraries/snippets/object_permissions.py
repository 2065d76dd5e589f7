"""django-guardian: permissions for single objects."""

from django.contrib.auth.models import Group, User
from guardian.core import ObjectPermissionChecker
from guardian.shortcuts import assign_perm, get_objects_for_user, get_perms, get_users_with_perms, remove_perm

from shop.models import Item


def given(user: User, item: Item):
    # read auth_permission, django_content_type, guardian_userobjectpermission; insert guardian_userobjectpermission
    assign_perm("view_item", user, item)


def given_to_group(group: Group, item: Item):
    # read auth_permission, django_content_type, guardian_groupobjectpermission; insert guardian_groupobjectpermission
    assign_perm("view_item", group, item)


def given_for_all(user: User):
    assign_perm("shop.view_item", user)  # read auth_permission, django_content_type; insert auth_user_user_permissions; may: read auth_user_user_permissions


def taken(user: User, item: Item):
    # read auth_permission, django_content_type; delete guardian_userobjectpermission
    remove_perm("view_item", user, item)


def asked(user: User, item: Item):
    # read auth_group, auth_permission, auth_user_groups, django_content_type, guardian_groupobjectpermission, guardian_userobjectpermission
    return user.has_perm("shop.view_item", item)


def asked_for_all(user: User):
    # read auth_group, auth_group_permissions, auth_permission, auth_user_groups, auth_user_user_permissions, django_content_type
    return user.has_perm("shop.view_item")


def asked_of(user: User, item: Item):
    # read auth_group, auth_permission, auth_user_groups, django_content_type, guardian_groupobjectpermission, guardian_userobjectpermission
    return user.get_all_permissions(item)


def checked(user: User, item: Item):
    # read auth_group, auth_permission, auth_user_groups, django_content_type, guardian_groupobjectpermission, guardian_userobjectpermission
    return ObjectPermissionChecker(user).has_perm("view_item", item)


def all_of(user: User, item: Item):
    # read auth_group, auth_permission, auth_user_groups, django_content_type, guardian_groupobjectpermission, guardian_userobjectpermission
    return get_perms(user, item)


def objects_for(user: User):
    # read auth_group, auth_group_permissions, auth_permission, auth_user_groups, auth_user_user_permissions, django_content_type, guardian_groupobjectpermission, guardian_userobjectpermission, shop_item
    return list(get_objects_for_user(user, "shop.view_item"))


def users_with(item: Item):
    # read auth_user, auth_user_groups, django_content_type, guardian_groupobjectpermission, guardian_userobjectpermission
    return list(get_users_with_perms(item))


def removed(item: Item):
    item.delete()  # delete shop_item, shop_sale
