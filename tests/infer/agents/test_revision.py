from tests.support.query_snippets import check

SETTINGS = """
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "people", "shop", "billing", "desk", "stock", "reversion"]
AUTH_USER_MODEL = "people.Customer"
"""
FILES = {"config/settings.py": SETTINGS}


def test_a_revision_is_kept():
    check(
        """
        import reversion

        def change(number):
            with reversion.create_revision():  # insert reversion_revision, reversion_version via history
                Wish.objects.update(text="")  # update shop_wish

        @reversion.create_revision()
        def forget(number):  # insert reversion_revision, reversion_version
            Wish.objects.update(text="")  # update shop_wish
    """,
        files=FILES,
    )


def test_other_contexts_keep_none():
    check(
        """
        from contextlib import suppress

        def change(number):
            with suppress(ValueError):
                Wish.objects.update(text="")  # update shop_wish
    """,
        files=FILES,
    )
