"""How much of the writes a report has, by its own estimate."""

import pytest

from cutpoint.domain.source import BlindSpot, Evidence
from cutpoint.domain.use import QueryWord
from cutpoint.relate.coverage import WEIGHTS, Weights, coverage_of
from tests.support.builders import an_access


def told(number, *, table="shop_order"):
    return [an_access(f"update {table}", f"shop/x.py:{line}", app="shop") for line in range(1, number + 1)]


def word(line, verb, reason):
    return QueryWord("shop/y.py", line, verb, reason)


def test_nothing_to_see_is_all_seen():
    coverage = coverage_of([], [], [])
    assert (coverage.writes_seen, coverage.reads_seen, coverage.causes) == (1, 1, ())


def test_of_what_is_told_a_few_statements_are_missed_without_a_sign():
    assert coverage_of(told(50), [], []).writes_seen == round(1 / (1 + WEIGHTS.silent), 4)


def test_a_row_that_is_not_known_writes_as_often_as_it_was_seen_to():
    words = [word(1, "save", "argument"), word(2, "delete", "no-caller"), word(2, "filter", "no-caller")]
    coverage = coverage_of(told(8), words, [])
    assert coverage.writes_seen == round(8 / (8 * (1 + WEIGHTS.silent) + 2 * WEIGHTS.row), 4)
    assert [(cause.kind, [at.line for at in cause.evidence]) for cause in coverage.causes] == [
        ("query-argument", [1]),
        ("query-no-caller", [2]),
    ]
    assert coverage.causes[0].remedy == "an annotation with the model"
    assert coverage.reads_seen == 0


def test_general_code_hides_as_many_tables_as_general_code_is_told_for():
    several = [an_access(f"update shop_{name}", "shop/x.py:1", app="shop") for name in "abcd"]
    others = [an_access("update shop_order", f"shop/x.py:{line}", app="shop") for line in (2, 3)]
    weights = Weights(row=0.5, possible=0.5, silent=0)
    by_name = coverage_of([*several, *others], [word(1, "update", "model-by-name")], [], weights)
    assert by_name.writes_seen == 6 / 10
    a_row = coverage_of([*several, *others], [word(1, "save", "model-by-name")], [], weights)
    assert a_row.writes_seen == round(6 / 6.5, 4)
    a_model = coverage_of([*several, *others], [word(1, "upsert", "handed-over")], [], weights)
    assert a_model.writes_seen == round(6 / 7, 4)


def test_calls_of_one_line_are_one_place():
    words = [word(1, "save", "argument"), word(1, "update", "argument"), word(1, "update", "argument")]
    assert coverage_of(told(4), words, [], Weights(row=0.5, possible=0, silent=0)).writes_seen == 4 / 5


@pytest.mark.parametrize(
    ("more", "spots", "kind", "weight"),
    [
        ([an_access("update shop_order", "shop/x.py:9", app="shop", certainty="possible")], [], "possible", 0.5),
        ([], [BlindSpot("shop/z.py", 3, "opaque-sql", "a part of it")], "opaque-sql", 1),
    ],
)
def test_what_is_only_possible_and_sql_that_could_not_be_read_are_not_seen(more, spots, kind, weight):
    coverage = coverage_of([*told(4), *more], [], spots, Weights(row=0, possible=0.5, silent=0))
    assert coverage.writes_seen == round(4 / (4 + weight), 4)
    assert [cause.kind for cause in coverage.causes] == [kind]


def test_consequences_are_no_statements():
    follows = an_access(
        "delete shop_line", "shop/x.py:1", app="shop", cause=Evidence("shop/models.py", 3), via="cascade"
    )
    assert coverage_of([*told(1), follows], [], []) == coverage_of(told(1), [], [])
