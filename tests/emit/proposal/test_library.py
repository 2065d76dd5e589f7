"""Any boundary gives Python that parses, and every operation once, whatever its names are."""

import ast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cutpoint.domain.boundary import CallSite, Parameter, Purpose, Record, Shape, Through
from cutpoint.emit.proposal.library.library import library_files
from tests.support.bookshop import HOSTILE
from tests.support.libraries import (
    a_boundary,
    a_record,
    an_operation,
    column,
    key,
    what_mypy_says,
    what_ruff_says,
    write,
)

ODD_NAMES = [
    *("id", "self", "header", "class", "None", "list", "int", "__init__", "__class__", "date", "datetime", "uuid"),
    *("UUID", "Decimal", "Json", "rows", "tuple", "plain", "OrderData", "NotFound", "\N{LATIN SMALL LIGATURE FI}x"),
    *("a²", "1st", "", '"""', "x\\", "match", "type", "state", "Any", "Protocol", "run", "answers", "to_columns"),
]
ODD_TYPES = [
    *("int", "str | None", "tuple[int, ...]", "Decimal", "date | None", "Json", "OrderData", "tuple[OrderData, ...]"),
    *("OrderData | None", "tuple[datetime, datetime]", "UUID", "bool", "tuple[Json, ...]", "x[", "tuple[", "None"),
]
NAMES = st.one_of(st.sampled_from(ODD_NAMES), st.text(max_size=8))
TYPES = st.one_of(st.sampled_from(ODD_TYPES), st.text(max_size=6))
PARAMETERS = st.builds(
    Parameter, NAMES, TYPES, NAMES, optional=st.booleans(), purpose=st.sampled_from(Purpose), model=NAMES
)
OPERATIONS = st.builds(
    lambda name, shape, parameters, model, side, given: an_operation(
        name, shape, *parameters, model=model, served_by=side, **given
    ),
    NAMES,
    st.sampled_from(Shape),
    st.lists(PARAMETERS, max_size=4),
    NAMES,
    st.sampled_from(["take", "keep"]),
    st.fixed_dictionaries(
        {
            "returns": TYPES,
            "batch": st.booleans(),
            "errors": st.lists(NAMES, max_size=2).map(tuple),
            "function": NAMES,
            "module": NAMES,
            "through": st.sampled_from(Through),
            "reason": st.text(max_size=9),
            "call_sites": st.lists(st.builds(CallSite, NAMES, st.integers(1, 9), NAMES, NAMES), max_size=2).map(tuple),
        }
    ),
)
RECORDS = st.builds(Record, st.one_of(st.just("OrderData"), NAMES), NAMES, st.lists(PARAMETERS, max_size=4).map(tuple))
BOUNDARIES = st.builds(
    lambda operations, records, name: a_boundary(*operations, records=records, name=name),
    st.lists(OPERATIONS, max_size=6),
    st.lists(RECORDS, max_size=3),
    NAMES,
)


def methods(files) -> list[tuple[str, str]]:
    """The operations of all protocols, events among them."""
    return [
        (path, node.name)
        for path, text in files.items()
        if path.endswith("/protocol.py")
        for each in ast.parse(text).body
        if isinstance(each, ast.ClassDef)
        for node in each.body
        if isinstance(node, ast.FunctionDef)
    ]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BOUNDARIES)
def test_whatever_the_names_it_is_python_with_each_operation_once(boundary):
    files = dict(library_files(boundary))
    for path, text in files.items():
        assert path.isascii() or path.split("/")[1].isidentifier()
        if path.endswith(".py"):
            compile(text, path, "exec")
    found = methods(files)
    assert len(found) == len(set(found)) == len(boundary.operations)
    assert dict(library_files(boundary)) == files


def test_nothing_is_written_where_nothing_is_served():
    assert not dict(library_files(a_boundary()))


@pytest.mark.parametrize("name", ["class", "json", "list", "", "1st", HOSTILE, "a" * 300, "orders, billing and 3 more"])
def test_a_package_can_be_imported_whatever_the_cut_is_called(name):
    files = dict(library_files(a_boundary(an_operation("get", "get", key(), returns="Json"), name=name)))
    (package,) = {path.split("/")[1] for path in files}
    assert package.isidentifier() and package.endswith("_api") and len(package) < 50


def test_a_package_is_not_called_like_one_of_the_project():
    site = CallSite("orders_api/views.py", 1, "orders_api.views.show", "orders_api.views")
    files = dict(library_files(a_boundary(an_operation("get", "get", key(), call_sites=(site,)))))
    assert {path.split("/")[1] for path in files} == {"orders_api_"}


def test_two_models_with_one_name_have_a_record_each():
    records = [a_record("ShopOrderData", model="shop.Order"), a_record("ArmyOrderData", model="army.Order")]
    operations = [
        an_operation("get_order", "get", key(), model="shop.Order", returns="ShopOrderData"),
        an_operation("get_order_of_army", "get", key(), model="army.Order", returns="ArmyOrderData"),
    ]
    text = dict(library_files(a_boundary(*operations, records=records)))["library/orders_api/contracts.py"]
    assert "class ShopOrderData:" in text and "class ArmyOrderData:" in text


def test_what_no_test_can_ask_is_said_with_its_reason():
    operations = [
        an_operation("find", "list", key("words", "title__search"), returns="tuple[OrderData, ...]"),
        an_operation("pay", "call", function="orders.pay.pay", module="orders.pay"),
        an_operation("get_order", "get", key(), returns="OrderData"),
    ]
    files = dict(library_files(a_boundary(*operations, records=[a_record("OrderData")])))
    readme = files["library/orders_api/README.md"]
    assert "Of 3 operations 2 can't be asked by a general test" in readme
    assert "- `find`: not every database has the lookup title__search." in readme
    assert "- `pay`: it runs a function of the project" in readme
    tests = files["library/orders_api/tests/test_contract.py"]
    assert "def test_get_order(" in tests and "def test_find(" not in tests


def a_hostile_boundary():
    """Names that hide builtins, types, each other and what the library is made of."""
    fields = [Parameter(name, kind, name) for name, kind in _FIELDS]
    records = [a_record("OrderData", *fields), a_record("TypeData", *fields, model="import.Type")]
    records.append(Record("OrderInput", "orders.Order", (column("uuid", "UUID"), column("int", "int", optional=True))))
    names = ["list", "int", "date", "uuid", "run", "self", "header", "OrderData", "CallHeader", "answers", "state"]
    gets = [
        an_operation(name, "get", *(key(each) for each in ("id", "int", "tuple")), returns="OrderData", served_by=side)
        for name in names
        for side in ("take", "keep")
    ]
    finds = an_operation(
        "find_types", "list", *(key(name, optional=True) for name in names), model="import.Type", returns=_MANY
    )
    errors = ("OrderConflict", "int", "Exception", "TypeNotFound")
    return a_boundary(
        *gets,
        finds,
        an_operation("find_mixed", "list", key("list"), key("given", "x__in", optional=True), returns=_MANY),
        an_operation(
            "create",
            "create",
            column("date", "date | None", optional=True),
            column("rows", "Decimal"),
            column(HOSTILE),
            returns="int",
            errors=errors,
        ),
        an_operation(
            "create_many",
            "create",
            Parameter("orders", "tuple[OrderInput, ...]", purpose=Purpose.WRITE),
            returns="tuple[int, ...]",
            batch=True,
            errors=errors,
        ),
        an_operation("save", "save", key(optional=True), column("time", "time"), returns="int"),
        an_operation("update", "update", key(), column("new_id", "int", lookup="id"), returns="None"),
        an_operation("update_all", "update", KEYS, column("decimal", "Decimal"), returns="int"),
        an_operation("delete", "delete", key(), errors=("OrderNotFound",)),
        an_operation(
            "link", "link", key(), Parameter("ids", "tuple[int, ...]", "", purpose=Purpose.LINK), function="tags.add"
        ),
        *(_a_call(through, returns) for through in Through for returns in _ANSWERS),
        an_operation(f"say {HOSTILE}", "get", key(), returns="OrderData", reason=HOSTILE, when_down=HOSTILE),
        *(
            an_operation(f"order_{word}", "event", Parameter("date", "datetime", "pk"), action=action, served_by=side)
            for word, action in (("deleted", "delete"), ("changed", ""), ("data", "insert"), ("done", "signal"))
            for side in ("take", "keep")
        ),
        records=records,
        name="class",
    )


KEYS = Parameter("ids", "tuple[int, ...]", "pk__in", purpose=Purpose.CHOOSE)
_FIELDS = [
    ("date", "date"),
    ("datetime", "datetime | None"),
    ("uuid", "UUID"),
    ("decimal", "Decimal"),
    ("int", "int"),
    ("str", "str"),
    ("Decimal", "Decimal"),
    ("field", "tuple[int, ...]"),
    ("class", "Json"),
    ("__dict__", "bool"),
    ('quote"{}', "timedelta | None"),
]
_MANY = "tuple[TypeData, ...]"
_ANSWERS = ("None", "Json", "OrderData | None", "tuple[OrderData, ...]", "tuple[date, date]", "tuple[str, ...]")


def _a_call(through, returns):
    return an_operation(
        f"call_{through}_{returns}",
        "call",
        Parameter("id", "int", "self", purpose=Purpose.PASS, model="import.Type"),
        Parameter("tuple", "tuple[int, ...]", "class", purpose=Purpose.PASS, model="orders.Order"),
        Parameter("lambda", "str | None", "a b", optional=True, purpose=Purpose.PASS),
        function="orders.models.Order.__pay",
        module="orders.models",
        through=through,
        returns=returns,
        errors=("OrderNotFound", "TypeNotFound"),
    )


def test_hostile_names_pass_the_linter_and_the_type_checker(tmp_path):
    write(dict(library_files(a_hostile_boundary())), tmp_path)
    # Operations are called as they are called.
    assert not what_ruff_says(tmp_path / "library", "N")
    assert not what_mypy_says(tmp_path / "library", tmp_path / "cache")


def test_three_hundred_operations_are_as_good_as_three():
    operations = [an_operation(f"get_order_{number}", "get", key(), returns="OrderData") for number in range(300)]
    files = dict(library_files(a_boundary(*operations, records=[a_record("OrderData")])))
    assert len(methods(files)) == 300
