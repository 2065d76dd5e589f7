"""Questions for permissions go to the backends that the settings name."""

from textwrap import dedent

from tests.support.corner_shop import FILES
from tests.support.query_snippets import check

PATH = "config/settings.py"


def _check(code, own, *names):
    named = f"AUTHENTICATION_BACKENDS = {list(names)}\n"
    check(code, files={PATH: dedent(FILES[PATH]) + named, "desk/own.py": own})


def test_a_backend_of_the_project_is_told_of_user_and_object():
    _check(
        """
        def show(customer: Customer, order: Order):
            return customer.has_perm("shop.view_order", order)
    """,
        """
        class Owners:
            def has_perm(self, who, perm, what=None):
                who.wishes.count()  # read shop_wish
                return what.lines.exists()  # read shop_line

        class Unnamed:
            def has_perm(self, who, perm, what=None):
                return what.lines.exists()  # blind
    """,
        "django.contrib.auth.backends.ModelBackend",
        "desk.own.Owners",
    )


def test_what_answers_for_all_permissions_is_asked_for_one():
    _check(
        """
        def show(customer: Customer, order: Order):
            return customer.has_perms(["shop.view_order"], order)
    """,
        """
        from django.contrib.auth.backends import ModelBackend

        class Owners(ModelBackend):
            def get_all_permissions(self, who, what=None):
                return what.lines.values("pk")  # read shop_line

        class Silent(ModelBackend):
            pass
    """,
        "desk.own.Owners",
        "desk.own.Silent",
        "desk.own.Missing",
        "elsewhere.Backend",
    )


def test_without_an_object_djangos_own_tables_are_read_as_well():
    _check(
        """
        def show(customer: Customer):
            # read auth_permission, auth_group, people_customer_groups, auth_group_permissions, django_content_type, people_customer_user_permissions
            return customer.has_perm("shop.view_order")
    """,
        """
        class Owners:
            def has_perm(self, who, perm, what=None):
                return who.wishes.exists()  # read shop_wish
    """,
        "desk.own.Owners",
    )
