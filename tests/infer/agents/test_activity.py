from tests.support.query_snippets import check

SETTINGS = """
    INSTALLED_APPS = [
        "django.contrib.contenttypes", "django.contrib.auth", "people", "shop", "billing", "desk", "stock",
        "actstream", "notifications",
    ]
    AUTH_USER_MODEL = "people.Customer"
"""


def test_what_was_done_is_stored():
    check(
        """
        from actstream import action
        from actstream.signals import action as done
        from notifications.signals import notify

        def pay(order: Order, user: Customer):
            action.send(user, verb="paid", target=order)  # insert actstream_action inferred, read django_content_type
            done.send(sender=user, verb="paid")  # insert actstream_action, read django_content_type
            notify.send(user, recipient=user, verb="paid")  # insert notifications_notification, read django_content_type
            action.forget(user)
    """,
        files={"config/settings.py": SETTINGS},
    )


def test_signals_of_the_project_store_nothing():
    check(
        """
        from django.dispatch import Signal
        action = Signal()

        def pay(user: Customer):
            action.send(user, verb="paid")
    """,
        files={"config/settings.py": SETTINGS},
    )


def test_without_the_app_there_is_no_table():
    check("""
        from actstream import action

        def pay(user: Customer):
            action.send(user, verb="paid")
    """)
