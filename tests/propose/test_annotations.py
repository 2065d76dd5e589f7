"""Annotations of functions → the plain types that cross."""

import pytest

from cutpoint.propose.annotations import Annotations, is_value
from cutpoint.propose.payloads import Payloads
from cutpoint.propose.python_types import PythonTypes
from cutpoint.propose.sources import Argument
from tests.support.crossings import MODELS, a_crossing, a_use

TYPES = PythonTypes(MODELS)
READ = Annotations([model.label for model in MODELS], TYPES, Payloads(a_crossing(a_use()), TYPES))


def an_argument(name, annotation="", *, has_default=False, is_variadic=False):
    return Argument(name, annotation, "", has_default, is_variadic)


@pytest.mark.parametrize(
    ("name", "annotation", "said"),
    [
        ("amount", "Decimal", ("amount", "Decimal")),
        ("when", "datetime.datetime", ("when", "datetime")),
        ("order", "Order", ("order_id", "int")),
        ("order", "'Order'", ("order_id", "int")),
        ("customer", "models.Customer | None", ("customer_id", "UUID | None")),
        ("who", "Optional[Customer]", ("who_id", "UUID | None")),
        ("invoices", "list[Invoice]", ("invoice_ids", "tuple[int, ...]")),
        ("numbers", "Iterable[int]", ("numbers", "tuple[int, ...]")),
        ("options", "dict[str, int]", ("options", "Json")),
        ("order", "", ("order_id", "int")),
        ("orders", "", ("order_ids", "tuple[int, ...]")),
        ("line_id", "", ("line_id", "int")),
        ("number", "", ("number", "str")),
        ("whatever", "", ("whatever", "Json")),
        ("broken", "list[", ("broken", "Json")),
        ("class", "int", ("class_", "int")),
    ],
)
def test_an_argument_becomes_a_parameter(name, annotation, said):
    found = READ.parameter(an_argument(name, annotation))
    assert (found.name, found.type) == said


def test_what_has_a_default_may_be_left_out():
    found = READ.parameter(an_argument("amount", "int", has_default=True))
    assert (found.type, found.optional) == ("int | None", True)


@pytest.mark.parametrize(
    ("annotation", "said"),
    [
        ("Invoice", "InvoiceData"),
        ("list[Invoice]", "tuple[InvoiceData, ...]"),
        ("int", "int"),
        ("", "Json"),
        ("Invoice | None", "InvoiceData | None"),
    ],
)
def test_an_answer_is_a_record_or_a_value(annotation, said):
    assert READ.answer(annotation, is_used=True, gives=True) == said
    assert READ.answer(annotation, is_used=False, gives=True) == "None"
    assert READ.answer(annotation, is_used=True, gives=False) == "None"


def test_what_stays_where_it_was_made_is_no_value():
    assert not is_value(an_argument("request"))
    assert is_value(an_argument("request", has_default=True))
    assert is_value(an_argument("order"))
