"""Code that only another database than the project's gets to."""

import pytest

from tests.support.corner_shop import FILES
from tests.support.query_snippets import check

SETTINGS = {
    "config/settings.py": FILES["config/settings.py"]
    + """
        DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3"}}
    """
}


@pytest.mark.parametrize(
    "question",
    [
        'connection.vendor == "postgresql"',
        'connection.vendor != "sqlite"',
        'connections["default"].vendor in ("postgresql", "mysql")',
        'not connection.vendor == "sqlite"',
        'tag and connection.vendor == "postgresql"',
        "is_postgres()",
        "uses_views()",
    ],
)
def test_a_branch_for_another_database(question):
    check(
        f"""
        from django.db import connection, connections
        from django.db.models.signals import post_save
        from django.dispatch import receiver

        def is_postgres():
            return connection.vendor == "postgresql"

        def uses_views():
            return is_postgres() and settings.VIEWS

        def clean(tag: Tag):
            if {question}:
                tag.save(force_insert=True)  # insert shop_tag possible
            else:
                tag.save(force_update=True)  # update shop_tag proved

        @receiver(post_save, sender=Wish)
        def refresh(sender, **kwargs):
            if kwargs.get("raw") or not ({question.replace("tag and ", "")}):
                return
            with connection.cursor() as cursor:
                cursor.execute("UPDATE shop_badge SET color = ''")  # update shop_badge possible

        def keep(wish: Wish):
            wish.save(force_update=True)  # update shop_wish, shop_badge possible
    """,
        files=SETTINGS,
    )


def test_a_branch_for_this_database():
    check(
        """
        from django.db import connection

        def clean(tag: Tag, vendor):
            if connection.vendor == "sqlite":
                tag.save(force_update=True)  # update shop_tag proved
            if vendor == "postgresql":
                tag.save(force_update=True)  # update shop_tag proved
            if connection.vendor == vendor:
                tag.save(force_update=True)  # update shop_tag proved
            if tag.pk > 3 or connection.vendor == "postgresql":
                tag.save(force_update=True)  # update shop_tag proved
    """,
        files=SETTINGS,
    )


def test_a_database_that_is_not_known():
    check("""
        from django.db import connection

        def clean(tag: Tag):
            if connection.vendor == "postgresql":
                tag.save(force_update=True)  # update shop_tag proved
    """)
