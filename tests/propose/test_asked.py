"""Lookups as written → one parameter for each condition."""

import pytest

from cutpoint.propose.asked import Asked, asked, parameter_of, parameters_of
from cutpoint.propose.python_types import PythonTypes
from tests.support.crossings import MODELS

TYPES = PythonTypes(MODELS)


@pytest.mark.parametrize(
    ("lookup", "name", "kind"),
    [
        ("pk", "id", "int"),
        ("id", "id", "int"),
        ("id__in", "ids", "tuple[int, ...]"),
        ("number", "number", "str"),
        ("number__icontains", "number_containing", "str"),
        ("total__gte", "total_from", "Decimal"),
        ("due__range", "due_between", "tuple[date, date]"),
        ("due__isnull", "due_missing", "bool"),
        ("due", "due", "date"),
        ("order", "order_id", "int"),
        ("order_id", "order_id", "int"),
        ("order__pk", "order_id", "int"),
        ("order__customer", "order_customer_id", "UUID"),
        ("order__customer__name", "order_customer_name", "str"),
        ("order__in", "order_ids", "tuple[int, ...]"),
    ],
)
def test_a_condition_is_a_parameter(lookup, name, kind):
    found = parameter_of(asked(lookup, "billing.Invoice", TYPES), "billing.Invoice", TYPES)
    assert (found.name, found.type) == (name, kind)


def test_one_condition_in_many_spellings_is_one():
    spellings = {
        asked(lookup, "billing.Invoice", TYPES)
        for lookup in ("order", "order_id", "order__id", "order__pk", "order__exact")
    }
    assert spellings == {Asked(("order",), "")}


def test_keys_come_first_and_names_are_told_apart():
    conditions = [
        asked(lookup, "billing.Invoice", TYPES)
        for lookup in ("number", "pk", "number__iexact", "number__contains", "number__startswith")
    ]
    names = [each.name for each in parameters_of(conditions, "billing.Invoice", TYPES)]
    assert names[0] == "id"
    assert len(set(names)) == len(names)
    free = parameters_of(conditions, "billing.Invoice", TYPES, are_optional=True)
    assert all(each.optional and each.type.endswith("| None") for each in free)
