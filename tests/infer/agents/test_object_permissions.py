from tests.support.query_snippets import check

SETTINGS = """
    INSTALLED_APPS = [
        "django.contrib.contenttypes", "django.contrib.auth", "people", "shop", "billing", "desk", "stock", "guardian",
    ]
    AUTH_USER_MODEL = "people.Customer"
"""


def test_permissions_of_one_row():
    check(
        """
        from django.contrib.auth.models import Group
        from guardian.shortcuts import assign_perm, remove_perm

        def allow(order: Order, user: Customer, group: Group):
            # read auth_permission, read django_content_type, guardian_userobjectpermission, insert guardian_userobjectpermission inferred
            assign_perm("change_order", user, order)
            # read auth_permission, read django_content_type, delete guardian_groupobjectpermission
            remove_perm("change_order", group, obj=order)
            # read auth_permission, read django_content_type, guardian_groupobjectpermission, insert guardian_groupobjectpermission
            assign_perm("change_order", user_or_group=[group], obj=order)
    """,
        files={"config/settings.py": SETTINGS},
    )


def test_a_model_of_its_own_keeps_the_permissions():
    check(
        """
        from guardian.shortcuts import assign_perm
        from stock.models import Crate

        def allow(crate: Crate, user: Customer):
            # read auth_permission, read django_content_type, stock_cratepermission, insert stock_cratepermission
            assign_perm("change_crate", user, crate)
    """,
        models="""
        from django.db import models
        from guardian.models import UserObjectPermissionBase

        class Crate(models.Model):
            name = models.CharField(max_length=9)

        class CratePermission(UserObjectPermissionBase):
            content_object = models.ForeignKey(Crate, models.CASCADE)
    """,
        files={"config/settings.py": SETTINGS},
    )


def test_functions_of_the_project_with_the_same_name():
    check(
        """
        def assign_perm(perm, user, row):
            user.badge.delete()  # read people_badge, delete people_badge

        def allow(order: Order, user: Customer):
            assign_perm("change_order", user, order)
    """,
        files={"config/settings.py": SETTINGS},
    )
