"""Several writers of one table: who should own it, and what is the least to move."""

import random

import pytest

from cutpoint.domain.access import Bucket
from cutpoint.relate.shared_tables import shared_tables
from cutpoint.relate.tables import tables_of
from tests.support.builders import a_catalog, a_model, an_access


def writes(app, number, *, table="shop_order", start=1):
    return [an_access(f"update {table}", f"{app or 'x'}/x.py:{line}", app=app) for line in range(start, start + number)]


def shared(*groups, models=None):
    accesses = [access for group in groups for access in group]
    return shared_tables(tables_of(a_catalog(models=models or [a_model("shop.Order")]), accesses))


def only(*groups, **parts):
    (table,) = shared(*groups, **parts)
    return table


def moved(table):
    return [(move.app, len(move.evidence)) for move in table.moves]


def test_one_writer_is_none():
    assert shared(writes("shop", 9)) == ()
    assert shared(writes("billing", 9)) == ()


def test_readers_share_nothing():
    assert shared(writes("shop", 1), [an_access("read shop_order", "billing/x.py:1")]) == ()


def test_who_writes_only_perhaps_shares_nothing():
    assert shared(writes("shop", 1), [an_access("update shop_order", "billing/x.py:1", certainty="possible")]) == ()


def test_the_writer_with_most_places_stays_and_the_others_move():
    table = only(writes("shop", 2), writes("billing", 5), writes("shipping", 1))
    assert (table.writer, moved(table), table.sites_to_move) == ("billing", [("shipping", 1), ("shop", 2)], 3)


def test_of_equals_the_owner_stays():
    assert only(writes("shop", 2), writes("billing", 2)).writer == "shop"


def test_of_equals_without_the_owner_the_first_by_label_stays():
    assert only(writes("z", 2), writes("b", 2), writes("shop", 1)).writer == "b"


@pytest.mark.parametrize("seed", range(20))
def test_no_other_writer_leaves_fewer_places(seed):
    luck = random.Random(seed)
    accesses = [
        an_access("update shop_order", f"core/x.py:{luck.randrange(9)}", on_behalf_of=luck.choice("abcd"))
        for _ in range(30)
    ]
    (table,) = shared(accesses)
    left = [
        len({(access.path, access.line) for access in accesses if access.doer != app})
        for app in {access.doer for access in accesses}
    ]
    assert table.sites_to_move == min(left)


def test_code_outside_of_apps_moves_however_much_it_writes():
    table = only(writes(None, 9), writes("billing", 1))
    assert (table.writer, moved(table)) == ("billing", [(None, 9)])


def test_a_line_that_works_for_several_apps_is_one_place_to_move():
    helper = [an_access("update shop_order", "core/saving.py:3", on_behalf_of=app) for app in ("billing", "shipping")]
    table = only(writes("shop", 5), helper)
    assert (moved(table), table.sites_to_move) == ([("billing", 1), ("shipping", 1)], 1)


@pytest.mark.parametrize(
    ("groups", "suggested", "reason"),
    [
        ([("shop", 1), ("billing", 9)], "shop", "shop declares it and writes it in 1 of 10 places"),
        (
            [("billing", 8), ("shipping", 2)],
            "billing",
            "shop declares it and never writes it; billing writes it in 8 of 10 places",
        ),
        (
            [("billing", 7), ("shipping", 3)],
            "shop",
            "shop declares it and never writes it, and nobody has nearly all of its writes: billing 7, shipping 3",
        ),
        (
            [(None, 9), ("billing", 1)],
            "shop",
            "shop declares it and never writes it, and nobody has nearly all of its writes: code outside of apps 9, billing 1",
        ),
    ],
)
def test_the_owner_is_who_declares_it_unless_it_never_writes_and_another_has_nearly_all(groups, suggested, reason):
    table = only(*(writes(app, number) for app, number in groups))
    assert (table.owner, table.suggested_owner, table.reason) == ("shop", suggested, reason)


def test_many_writers_are_not_all_listed():
    assert only(*(writes(app, 1) for app in "abcdefg")).reason.endswith("a 1, b 1, c 1, d 1, e 1 and 2 more")


def test_a_table_of_others_is_never_said_to_go_unwritten_for_their_code_is_not_read():
    table = only(
        writes("a", 4, table="auth_user"), writes("b", 1, table="auth_user"), models=[a_model("auth.User", ours=False)]
    )
    assert table.bucket is Bucket.FRAMEWORK
    assert (table.suggested_owner, table.reason) == (
        "a",
        "auth, an app of others, declares it; a writes it in 4 of 5 places",
    )


@pytest.mark.parametrize(
    ("a", "b", "suggested", "reason"),
    [
        (9, 1, "a", "no model declares it; a writes it in 9 of 10 places"),
        (1, 1, None, "no model declares it, and nobody has nearly all of its writes: a 1, b 1"),
    ],
)
def test_a_table_that_only_sql_names(a, b, suggested, reason):
    table = only(writes("a", a, table="legacy"), writes("b", b, table="legacy"))
    assert (table.owner, table.suggested_owner, table.reason) == (None, suggested, reason)


def test_tables_come_by_name():
    groups = [writes(app, 1, table=table) for table in ("z", "a", "m") for app in ("shop", "billing")]
    assert [table.table for table in shared(*groups)] == ["a", "m", "z"]
