from tests.support.query_snippets import accesses_of, check


def test_login_saves_the_last_login():
    check("""
        from django.contrib.auth import authenticate, login, logout

        def enter(request):
            user = authenticate(request, username="a")  # read people_customer
            login(request, user)  # update people_customer via auth

        def leave(request):
            logout(request)
    """)


def test_receivers_hear_of_it():
    check("""
        from django.contrib.auth import login
        from django.contrib.auth.signals import user_logged_in
        from django.dispatch import receiver

        @receiver(user_logged_in)
        def welcome(sender, request, user, **kwargs):
            user.wishes.update(text="")  # update shop_wish

        def enter(request, customer: Customer):
            login(request, customer)  # update people_customer, shop_wish via signal
    """)


def test_permissions_are_read():
    check("""
        def may(customer: Customer):
            # read auth_permission, auth_group, auth_group_permissions, people_customer_groups, people_customer_user_permissions, django_content_type
            return customer.has_perm("shop.add_order")
    """)


def test_functions_of_the_same_name():
    check("""
        def login(request, user):
            return None

        def enter(request, customer: Customer):
            login(request, customer)
            cache.has_perm("a")
    """)


def test_place_of_a_cause():
    accesses = accesses_of("""
        from django.contrib.auth import login

        def enter(request, customer: Customer):
            customer.has_perm("shop.add_order")
            login(request, customer)
    """)
    assert {access.cause.path for access in accesses if access.cause} == {
        "django/contrib/auth/backends.py",
        "django/contrib/auth/__init__.py",
    }
