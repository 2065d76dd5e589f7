"""Models that are handed to code which nobody followed, and queries on what such code or a name gives: blind spots, not silence."""

import pytest

from tests.support.query_snippets import blind_spots_of


def kinds(code):
    return [(spot.line, spot.kind) for spot in blind_spots_of(code)]


@pytest.mark.parametrize(
    "call",
    ["pgbulk.upsert(Wish, rows)", "pgbulk.bulk_update(Wish.objects.all(), rows)", "pgbulk.copy(rows, model=Wish)"],
)
def test_a_model_that_is_handed_to_a_library_which_says_that_it_writes(call):
    assert kinds(f"\nimport pgbulk\ndef all(rows):\n    {call}\n") == [(4, "query-handed-over")]


@pytest.mark.parametrize(
    "call", ["pgbulk.describe(Wish)", "pgbulk.upsert(rows)", "admin.site.register(Wish)", "pgbulk.recreation(Wish)"]
)
def test_other_calls_are_none(call):
    assert kinds(f"\nimport pgbulk\nfrom django.contrib import admin\ndef all(rows):\n    {call}\n") == []


@pytest.mark.parametrize(
    ("call", "verbs"),
    [
        ("query.filter(pk=1).update(x=1)", 2),
        ("query.using(db).filter(pk=1).update(x=1)", 2),
        ("getattr(thing, name).set(things)", 1),
        ("settings.copy().update(x=1)", 0),
    ],
)
def test_a_write_behind_an_unknown_query_is_told_as_well(call, verbs):
    code = f"\ndef all(query, thing, name, things, settings, db):\n    {call}\n"
    assert len({spot.reason for spot in blind_spots_of(code)}) == verbs
