"""`only` and `defer` add up as Django's own `Query.add_deferred_loading` and `add_immediate_loading` do."""

from types import SimpleNamespace

import pytest
from django.db.models.sql import Query

from cutpoint.domain.chosen_columns import has_all_columns, leaves_out, rest_in, shape_with, some_in

CALLS = [("only", "a"), ("only", "a b"), ("defer", "a"), ("defer", "b c"), ("defer", None)]


_MODEL = SimpleNamespace(_meta=SimpleNamespace(pk=SimpleNamespace(name="id")))


@pytest.mark.parametrize("last", CALLS)
@pytest.mark.parametrize("second", CALLS)
@pytest.mark.parametrize("first", CALLS)
def test_three_calls(first, second, last):
    query, shape = Query(_MODEL), "rows"
    for word, names in (first, second, last):
        if names is None:
            query.clear_deferred_loading()
        elif word == "only":
            query.add_immediate_loading(names.split())
        else:
            query.add_deferred_loading(names.split())
        shape = shape_with(shape, word, None if names is None else set(names.split()))
    names, is_rest = query.deferred_loading
    assert (rest_in(shape) if is_rest else some_in(shape)) == set(names)
    assert leaves_out(shape) is bool(names)
    assert has_all_columns(shape) is (is_rest or not names)


def test_names_that_are_not_known():
    assert shape_with("rows", "only", set()) == "some"
    assert shape_with("some", "defer", {"a"}) == "some"
    assert shape_with("rest:a", "defer", set()) == "rest:a"
    assert not leaves_out("some")
