"""Authentication: who is logged in, and what they may do."""

from django.contrib.auth import authenticate, get_user, login, logout, update_session_auth_hash
from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import Group, Permission, User
from django.http import HttpRequest


def logged_in(request: HttpRequest, user: User):
    login(request, user)  # read django_session; insert django_session; update auth_user; delete django_session


def logged_out(request: HttpRequest):
    logout(request)  # read django_session; delete django_session


def known_by_password(request: HttpRequest):
    authenticate(request, username="user1", password="secret")  # read auth_user


def known_by_session(request: HttpRequest):
    return get_user(request)  # read django_session; may: read auth_user


def created():
    User.objects.create_user("user8", "user8@example.com", "secret")  # insert auth_user


def superuser_created():
    User.objects.create_superuser("user8", "user8@example.com", "secret")  # insert auth_user


def password_changed(request: HttpRequest, user: User):
    user.set_password("other")
    user.save()  # update auth_user; may: insert auth_user
    update_session_auth_hash(request, user)  # read django_session; insert django_session; delete django_session


def password_checked(user: User):
    return user.check_password("secret")


def allowed(user: User):
    # read auth_group, auth_group_permissions, auth_permission, auth_user_groups, auth_user_user_permissions, django_content_type
    return user.has_perm("orders.add_order")


def allowed_all(user: User):
    # read auth_group, auth_group_permissions, auth_permission, auth_user_groups, auth_user_user_permissions, django_content_type
    return user.has_perms(["orders.add_order", "billing.add_invoice"])


def allowed_in_an_app(user: User):
    # read auth_group, auth_group_permissions, auth_permission, auth_user_groups, auth_user_user_permissions, django_content_type
    return user.has_module_perms("orders")


def all_allowed(user: User):
    # read auth_group, auth_group_permissions, auth_permission, auth_user_groups, auth_user_user_permissions, django_content_type
    return user.get_all_permissions()


def allowed_by_groups(user: User):
    # read auth_group, auth_group_permissions, auth_permission, auth_user_groups, django_content_type
    return user.get_group_permissions()


def allowed_alone(user: User):
    return user.get_user_permissions()  # read auth_permission, auth_user_user_permissions, django_content_type


def found_by_permission():
    # open: read auth_group, auth_group_permissions, auth_permission, auth_user, auth_user_groups, auth_user_user_permissions, django_content_type (what a backend asks is up to it)
    return list(User.objects.with_perm("orders.add_order", backend="django.contrib.auth.backends.ModelBackend"))


def put_into_a_group(user: User, group: Group):
    user.groups.add(group)  # insert auth_user_groups; open: read auth_user_groups (some databases look first)


def given_a_permission(user: User):
    # read auth_permission; insert auth_user_user_permissions; open: read auth_user_user_permissions (some databases look first)
    user.user_permissions.add(Permission.objects.get(codename="add_order"))


def group_made():
    # read auth_group_permissions, auth_permission, django_content_type; insert auth_group, auth_group_permissions; may: delete auth_group_permissions
    Group.objects.create(name="new").permissions.set(Permission.objects.filter(codename="add_order"))


@permission_required("orders.view_order")
def _guarded(request):
    return None


def through_a_decorator(request: HttpRequest):
    # read auth_group, auth_group_permissions, auth_permission, auth_user_groups, auth_user_user_permissions, django_content_type
    _guarded(request)
