"""Lookups as written → the parameters by which an operation is asked, each with what it is for."""

import pytest

from cutpoint.domain.boundary import Purpose
from cutpoint.propose.asked import asked, parameter_of
from cutpoint.propose.python_types import PythonTypes
from tests.support.builders import a_field, a_model, a_relation

KEY = a_field(primary_key=True)
TYPES = PythonTypes(
    [
        a_model(
            "shop.Order",
            a_relation("shop.Customer"),
            fields=[
                KEY,
                a_field("status", type="CharField"),
                a_field("placed", type="DateTimeField"),
                a_field("customer", column="customer_id", type="ForeignKey"),
            ],
        ),
        a_model("shop.Customer", fields=[KEY, a_field("name", type="CharField")]),
    ]
)


@pytest.mark.parametrize(
    ("model", "lookup", "name", "type", "as_asked"),
    [
        ("shop.Order", "pk", "id", "int", "pk"),
        ("shop.Order", "customer__pk", "customer_id", "int", "customer"),
        ("shop.Order", "status", "status", "str", "status"),
        ("shop.Order", "~status", "status_other_than", "str", "~status"),
        ("shop.Order", "~status__in", "statuses_other_than", "tuple[str, ...]", "~status__in"),
        ("shop.Order", "~placed__lt", "placed_not_before", "datetime", "~placed__lt"),
        ("shop.Order", "status__iexact", "status_in_any_case", "str", "status__iexact"),
        ("shop.Order", "placed__date", "placed_on", "date", "placed__date"),
        ("shop.Order", "placed__year", "placed_in_year", "int", "placed__year"),
        ("shop.Order", "placed__isnull", "placed_missing", "bool", "placed__isnull"),
        ("shop.Order", "total", "total", "str", "total"),
        ("shop.Customer", "order__status", "order_status", "str", "order__status"),
        ("shop.Customer", "order", "order_id", "int", "order"),
    ],
)
def test_a_condition_has_a_name_and_a_type(model, lookup, name, type, as_asked):  # noqa: A002 - as the parameter has it
    found = parameter_of(asked(lookup, model, TYPES), model, TYPES)
    assert (found.name, found.type, found.lookup) == (name, type, as_asked)
    assert found.purpose is Purpose.CHOOSE
