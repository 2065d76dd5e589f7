"""Triggers of django-pgtrigger, as its `makemigrations` writes them down."""

from tests.support.query_snippets import check

MIGRATION = """
from django.db import migrations
import pgtrigger.compiler
import pgtrigger.migrations


class Migration(migrations.Migration):
    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name="tag",
            trigger=pgtrigger.compiler.Trigger(
                name="log_it",
                sql=pgtrigger.compiler.UpsertTriggerSql({sql}),
            ),
        ),
        {more}
    ]
"""
LOGGING = {
    "func": "INSERT INTO people_note (text) VALUES (NEW.id); RETURN NEW;",
    "hash": "1",
    "operation": "INSERT OR UPDATE",
    "pgid": "pgtrigger_log_it_1",
    "table": "shop_tag",
    "when": "AFTER",
}
PROTECTING = {**LOGGING, "func": "RAISE EXCEPTION 'no';", "operation": "DELETE", "when": "BEFORE"}
CHANGING = {
    **LOGGING,
    "declare": "DECLARE n INT;",
    "func": "SELECT 1 INTO n; UPDATE shop_order SET number = n; RETURN NULL;",
    "operation": 'UPDATE OF "label"',
    "condition": "WHEN (OLD.* IS DISTINCT FROM NEW.*)",
}


def migration(sql: dict[str, str], more: str = "") -> dict[str, str]:
    text = MIGRATION.format(sql=", ".join(f"{key}={value!r}" for key, value in sql.items()), more=more)
    return {"shop/migrations/__init__.py": "", "shop/migrations/0002_triggers.py": text}


def test_a_write_does_what_the_trigger_does():
    check(
        """
        def work(tag: Tag):
            Tag.objects.create(label="x")  # insert shop_tag, people_note inferred via trigger
            tag.delete()  # delete shop_tag, shop_order_tags, shop_product_tags
        """,
        files=migration(LOGGING),
    )


def test_one_that_is_removed_is_gone():
    check(
        """
        def work():
            Tag.objects.create(label="x")  # insert shop_tag
        """,
        files=migration(LOGGING, 'pgtrigger.migrations.RemoveTrigger(model_name="tag", name="log_it"),'),
    )


def test_only_the_named_columns_fire_it():
    check(
        """
        def work():
            Tag.objects.update(label="x")  # update shop_tag, shop_order
            Tag.objects.update(pk=3)  # update shop_tag
        """,
        files=migration(CHANGING),
    )


def test_one_that_only_refuses_writes_nothing():
    check(
        """
        def work(tag: Tag):
            tag.delete()  # delete shop_tag, shop_order_tags, shop_product_tags
        """,
        files=migration(PROTECTING),
    )
