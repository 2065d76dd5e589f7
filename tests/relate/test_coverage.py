"""How much of the writes a report has, by its own estimate."""

import pytest

from cutpoint.domain.source import BlindSpot, Evidence
from cutpoint.domain.use import QueryWord
from cutpoint.relate.coverage import SILENT, coverage_of
from tests.support.builders import an_access


def told(number, *, table="shop_order"):
    return [an_access(f"update {table}", f"shop/x.py:{line}", app="shop") for line in range(1, number + 1)]


def word(line, verb, reason):
    return QueryWord("shop/y.py", line, verb, reason)


def test_nothing_to_see_is_all_seen():
    coverage = coverage_of([], [], [])
    assert (coverage.writes_seen, coverage.reads_seen, coverage.causes) == (1, 1, ())


def test_of_what_is_told_a_few_statements_are_missed_without_a_sign():
    assert coverage_of(told(50), [], []).writes_seen == round(1 / (1 + SILENT), 4)


def test_each_call_that_writes_on_something_unknown_hides_a_write():
    words = [word(1, "save", "argument"), word(2, "delete", "no-caller"), word(2, "filter", "no-caller")]
    coverage = coverage_of(told(8), words, [])
    assert coverage.writes_seen == round(8 / (8 * (1 + SILENT) + 2), 4)
    assert [(cause.kind, [at.line for at in cause.evidence]) for cause in coverage.causes] == [
        ("query-argument", [1]),
        ("query-no-caller", [2]),
    ]
    assert coverage.causes[0].remedy == "an annotation with the model"
    assert coverage.reads_seen == 0


def test_general_code_hides_as_many_tables_as_general_code_is_told_for():
    several = [an_access(f"update shop_{name}", "shop/x.py:1", app="shop") for name in "abcd"]
    others = [an_access("update shop_order", f"shop/x.py:{line}", app="shop") for line in (2, 3)]
    by_name = coverage_of([*several, *others], [word(1, "update", "model-by-name")], [])
    assert by_name.writes_seen == round(6 / (6 * (1 + SILENT) + 4), 4)
    a_row = coverage_of([*several, *others], [word(1, "save", "argument")], [])
    assert a_row.writes_seen == round(6 / (6 * (1 + SILENT) + 1), 4)


@pytest.mark.parametrize(
    ("more", "spots", "kind"),
    [
        ([an_access("update shop_order", "shop/x.py:9", app="shop", certainty="possible")], [], "possible"),
        ([], [BlindSpot("shop/z.py", 3, "opaque-sql", "a part of it")], "opaque-sql"),
    ],
)
def test_what_is_only_possible_and_sql_that_could_not_be_read_are_not_seen(more, spots, kind):
    coverage = coverage_of([*told(4), *more], [], spots)
    assert coverage.writes_seen == round(4 / (4 * (1 + SILENT) + 1), 4)
    assert [cause.kind for cause in coverage.causes] == [kind]


def test_consequences_are_no_statements():
    follows = an_access(
        "delete shop_line", "shop/x.py:1", app="shop", cause=Evidence("shop/models.py", 3), via="cascade"
    )
    assert coverage_of([*told(1), follows], [], []) == coverage_of(told(1), [], [])
