"""django-guardian: permissions for one object, for all of them, and the objects that somebody has one for."""

from tests.support.query_snippets import check

SETTINGS = {
    "config/settings.py": """
        INSTALLED_APPS = [
            "django.contrib.contenttypes", "django.contrib.auth", "guardian",
            "people", "shop", "billing", "desk", "stock",
        ]
        AUTH_USER_MODEL = "people.Customer"
    """
}


def test_given_and_taken():
    check(
        """
        from django.contrib.auth.models import Group
        from guardian.shortcuts import assign_perm, remove_perm

        def change(user: Customer, group: Group, wish: Wish):
            # read auth_permission, read django_content_type, read guardian_userobjectpermission, insert guardian_userobjectpermission
            assign_perm("view_wish", user, wish)
            # read auth_permission, read django_content_type, read guardian_groupobjectpermission, insert guardian_groupobjectpermission
            assign_perm("view_wish", group, obj=wish)
            # read auth_permission, read django_content_type, read people_customer_user_permissions, insert people_customer_user_permissions
            assign_perm("shop.view_wish", user)
            # read auth_permission, read django_content_type, delete guardian_userobjectpermission
            remove_perm("view_wish", user, wish)
    """,
        files=SETTINGS,
    )


def test_objects_that_somebody_has_a_permission_for():
    check(
        """
        from guardian.shortcuts import get_objects_for_user

        def shown(user: Customer):
            # read auth_group, read auth_group_permissions, read auth_permission, read django_content_type, read guardian_groupobjectpermission, read guardian_userobjectpermission, read people_customer_groups, read people_customer_user_permissions, read shop_wish
            wishes = get_objects_for_user(user, "shop.view_wish")
            return [wish.text for wish in wishes]  # read shop_wish
    """,
        files=SETTINGS,
    )


def test_a_function_of_the_project_with_the_same_name():
    check("""
        def assign_perm(perm, user):
            return perm

        def change(user: Customer):
            assign_perm("view_wish", user)
        """)
