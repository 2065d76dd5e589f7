from cutpoint.domain.access import Action
from cutpoint.domain.project import Hint, HintKind
from tests.support.query_snippets import check

STORE = {
    "legacy/__init__.py": "",
    "legacy/db.py": """
    def bulk_upsert(rows):
        return native(rows)

    class Store:
        def fetch(self, number):
            return native(number)
""",
}


def test_call_that_writes_a_model():
    check(
        """
        from legacy.db import bulk_upsert
        from legacy import db

        def load(rows: list[str]):
            bulk_upsert(rows)  # insert shop_order via hint
            db.bulk_upsert(rows=rows)  # insert shop_order
    """,
        files=STORE,
        hints=(Hint(HintKind.WRITES, "legacy.db.bulk_upsert", model="shop.Order", action=Action.INSERT),),
    )


def test_call_that_reads_a_table():
    check(
        """
        from legacy.db import Store

        def load():
            Store().fetch(1)  # read old_orders via hint
    """,
        files=STORE,
        hints=(Hint(HintKind.READS, "legacy.db.Store.fetch", table="old_orders", action=Action.READ),),
    )


def test_call_of_a_package_that_is_not_here():
    check(
        """
        import fastload

        def load(rows: list[str]):
            fastload.insert(rows)  # insert shop_tag, update shop_tag
    """,
        hints=tuple(
            Hint(HintKind.WRITES, "fastload.insert", model="shop.Tag", action=action)
            for action in (Action.INSERT, Action.UPDATE)
        ),
    )


def test_other_calls():
    check(
        """
        from legacy.db import Store, bulk_upsert

        def bulk_upsert_all(rows: list[str]):
            return rows

        def load(rows: list[str]):
            bulk_upsert_all(rows)
            Store()
            return bulk_upsert
    """,
        files=STORE,
        hints=(Hint(HintKind.WRITES, "legacy.db.bulk_upsert", model="shop.Order", action=Action.INSERT),),
    )
