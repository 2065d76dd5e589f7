"""Demands that ask for the same → one draft; lists by too many conditions → one with a choice."""

from cutpoint.domain.boundary import Shape
from cutpoint.propose.asked import MANY
from cutpoint.propose.demands import demands_of
from cutpoint.propose.drafts import BY_KEY, BY_KEYS, MOST_LISTS, Drafting
from cutpoint.propose.python_types import PythonTypes
from tests.support.crossings import MODELS, a_use

TABLES = frozenset({"billing_invoice", "shop_order"})


def drafts(*uses):
    return Drafting(PythonTypes(MODELS)).drafts(demands_of(uses, TABLES))


def test_who_asks_for_the_same_shares_a_draft():
    (draft,) = drafts(a_use(place="a.py:1"), a_use(place="b.py:2", conditions=["id"]))
    assert draft.conditions == (BY_KEY,)
    assert len(draft.uses) == 2


def test_what_is_got_in_a_loop_is_got_for_all():
    (draft,) = drafts(a_use(in_loop=True))
    assert (draft.shape, draft.conditions) == (Shape.LIST, (BY_KEYS,))
    (by_number,) = drafts(a_use(in_loop=True, conditions=["number"]))
    assert [each.operator for each in by_number.conditions] == [MANY]


def test_what_a_variable_chooses_is_asked_for_by_keys():
    (draft,) = drafts(a_use("_.filter()", conditions=["**filters"]))
    assert draft.conditions == (BY_KEYS,)
    (unknown,) = drafts(a_use("_.save()", "update", conditions=None))
    assert unknown.conditions == (BY_KEY,)


def test_sides_and_shapes_are_kept_apart():
    found = drafts(
        a_use(), a_use("Invoice.objects.filter().count()", place="a.py:2"), a_use(model="shop.Order", place="a.py:3")
    )
    assert len(found) == 3


def test_one_written_column_has_a_purpose_of_its_own():
    paid, total, both = drafts(
        a_use("_.save()", "update", columns=["paid"], place="a.py:1"),
        a_use("_.save()", "update", columns=["total"], place="a.py:2"),
        a_use("_.save()", "update", columns=["paid", "total"], place="a.py:3"),
    )
    assert sorted([paid.columns, total.columns, both.columns]) == [(), ("paid",), ("total",)]


def test_a_few_different_lists_stay_and_more_become_one_with_a_choice():
    fields = ("number", "total", "paid", "due", "order", "order__state")
    few = drafts(
        *(
            a_use("Invoice.objects.filter()", conditions=[field], place=f"a.py:{at}")
            for at, field in enumerate(fields[:MOST_LISTS], 1)
        )
    )
    assert len(few) == MOST_LISTS and not any(each.is_choice for each in few)
    many = drafts(
        *(
            a_use("Invoice.objects.filter()", conditions=[field], place=f"a.py:{at}")
            for at, field in enumerate(fields, 1)
        )
    )
    assert len(many) == MOST_LISTS
    (choice,) = [each for each in many if each.is_choice]
    assert len(choice.conditions) == len(fields) - MOST_LISTS + 1
    assert sum(len(each.demands) for each in many) == len(fields)
