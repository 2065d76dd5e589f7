"""Boundaries built by hand: a small shop whose billing leaves, one that nothing crosses, a hostile one, and a wide one."""

from typing import Any

import msgspec

from cutpoint.domain.boundary import (
    Boundary,
    CallSite,
    Communication,
    DataSet,
    Delivery,
    ExposedModel,
    ForeignKeyPlan,
    Operation,
    OperationKind,
    Parameter,
    Record,
    Remedy,
    Replica,
    Shape,
    SharedData,
    Step,
    TransactionPlan,
)
from cutpoint.domain.cut import Side
from cutpoint.domain.source import Evidence

KEY = Parameter("id", "int", "pk")
EVERY_TYPE = (
    *("int", "str", "bool", "float", "Decimal", "date", "datetime", "time", "timedelta", "UUID", "bytes", "Json"),
    *("tuple[int, ...]", "tuple[Decimal, Decimal]", "tuple[tuple[str, ...], ...]", "int | None", "Decimal | None"),
    *("tuple[UUID, ...] | None", "InvoiceData | None", "tuple[InvoiceData, ...]", "Json | None", "Nobody", "][", ""),
)


def an_operation(
    name="get_invoice",
    *,
    side=Side.TAKE,
    kind=OperationKind.QUERY,
    shape=Shape.GET,
    model="billing.Invoice",
    parameters=(KEY,),
    returns="InvoiceData",
    communication=Communication.CALL,
    idempotent=True,
    errors=("InvoiceNotFound",),
    sites=("shop/views.py:12",),
    **parts,
):
    """A query for one row unless something else is said."""
    is_bus = communication is Communication.BUS
    return Operation(
        id=f"{side}.{name}",
        name=name,
        served_by=side,
        kind=kind,
        shape=shape,
        model=model,
        access="read" if kind is OperationKind.QUERY else "write",
        parameters=tuple(parameters),
        returns=returns,
        batch=shape is Shape.LIST,
        idempotent=idempotent,
        errors=tuple(errors),
        tables=(model.lower().replace(".", "_"),),
        communication=communication,
        delivery=Delivery.AT_LEAST_ONCE if is_bus else Delivery.AT_MOST_ONCE,
        reason=parts.pop("reason", "the answer is used at once"),
        ordering="by invoice id" if is_bus else "none",
        timeout_ms=0 if is_bus else 1000,
        retries=0 if is_bus else 2,
        when_down=parts.pop("when_down", "the caller shows the page without it"),
        callers=parts.pop("callers", ("shop",)),
        call_sites=tuple(map(a_site, sites)),
        **parts,
    )


def a_site(place, function="shop.views.pay"):
    path, _, line = place.rpartition(":")
    return CallSite(path, int(line), function, function.rpartition(".")[0])


def an_event(name="invoice_deleted", **parts):
    return an_operation(
        name,
        kind=OperationKind.EVENT,
        shape=Shape.EVENT,
        returns="None",
        errors=(),
        communication=Communication.BUS,
        parameters=parts.pop("parameters", (Parameter("invoice_id", "int", "pk"),)),
        **parts,
    )


def a_command(name="create_invoice", **parts):
    return an_operation(
        name,
        kind=OperationKind.COMMAND,
        shape=parts.pop("shape", Shape.CREATE),
        parameters=parts.pop(
            "parameters",
            (Parameter("total", "Decimal", "total"), Parameter("note", "str | None", "note", optional=True)),
        ),
        returns=parts.pop("returns", "int"),
        idempotent=parts.pop("idempotent", False),
        errors=parts.pop("errors", ("InvoiceConflict",)),
        **parts,
    )


def a_boundary(*operations, **parts):
    """One that holds *operations*, and else what is said."""
    empty: dict[str, Any] = {
        "name": "billing",
        "cut_point": "c0ffee",
        "take": ("billing.Invoice",),
        "keep": ("shop.Order",),
        "records": (),
        "remedies": (),
        "exposed_models": (),
        "foreign_keys": (),
        "transactions": (),
        "data": (),
        "shared": (),
        "replicas": (),
        "steps": (),
        "crossings": 0,
        "in_operations": 0,
    }
    return Boundary(operations=operations, **(empty | parts))


def a_shop_boundary():
    """Something of each kind."""
    return a_boundary(
        an_operation("get_order", side=Side.KEEP, model="shop.Order", returns="OrderData", errors=("OrderNotFound",)),
        a_command(),
        a_command(
            "mark_invoice_paid",
            shape=Shape.UPDATE,
            parameters=(KEY, Parameter("paid", "bool", "paid")),
            returns="None",
            idempotent=True,
            errors=("InvoiceNotFound",),
            communication=Communication.BUS,
        ),
        an_operation(sites=("shop/views.py:12", "shop/tasks.py:3")),
        an_event(),
        an_operation(
            "list_invoices_by_order_ids",
            shape=Shape.LIST,
            parameters=(Parameter("order_ids", "tuple[int, ...]", "order__in"),),
            returns="tuple[InvoiceData, ...]",
            errors=(),
            communication=Communication.ROUTED,
        ),
        records=(
            Record("InvoiceData", "billing.Invoice", (KEY, Parameter("due", "date | None", "due"), Parameter("total", "Decimal", "total"))),
            Record("OrderData", "shop.Order", (KEY,)),
        ),
        remedies=(
            Remedy("lookup", "shop.Order", ("",), "billing/models.py", 9, "billing.models.late", "the other side is asked first"),
            Remedy("replicate", "shop.Order", ("placed",), "billing/views.py", 4, "billing.views.late", "a copy of it is kept"),
            Remedy("rewrite", "shop.Order", (), "billing/sql.py", 2, "billing.sql.report", "SQL names the table"),
        ),
        exposed_models=(ExposedModel("billing.Invoice", Side.TAKE, 5.0), ExposedModel("shop.Order", Side.KEEP, 1.0)),
        foreign_keys=(
            ForeignKeyPlan("billing.Invoice", "order", "shop.Order", "fk", "PROTECT", "order_id, a column", "guard: it is asked", "billing/models.py", 5, "order_id", "id"),
        ),
        transactions=(
            TransactionPlan("shop/views.py", 10, "shop.views.pay", ("billing_invoice", "shop_order"), "saga", "the answer is used", ("write it as pending", "do create_invoice")),
            TransactionPlan("shop/views.py", 20, "shop.views.drop", ("billing_invoice", "shop_order"), "outbox", "nothing waits", ("write both",)),
        ),
        data=(
            DataSet("billing_invoice", "billing.Invoice", Side.TAKE, "payment", ("iban",)),
            DataSet("shop_order", "shop.Order", Side.KEEP, "internal", ()),
        ),
        shared=(SharedData("auth_user", "auth.User", ("billing.Invoice.by", "shop.Order.by"), "stays with the users"),),
        replicas=(Replica("billing.Invoice", Side.KEEP, ("total",), "5 modules look things up in it"),),
        steps=(
            Step("seal", "Seal the accessors", "followed relations", 0, "cutpoint progress --cut billing --step seal"),
            Step("reads", "Move reads", "direct reads", 1, "cutpoint progress --cut billing --step reads", (Evidence("shop/views.py", 12),)),
        ),
        crossings=8,
        in_operations=6,
    )  # fmt: skip


def an_uncrossed_boundary():
    return a_boundary()


def every_text_replaced(boundary, text):
    """*boundary* with *text* in the place of every text that an analyzed project decides on, with a number behind it."""
    numbers = iter(range(1_000_000))

    def odd(_value=None):
        return f"{text}{next(numbers)}"

    def replaced(value):
        match value:
            case str() if type(value) is str:
                return odd()
            case tuple():
                return tuple(map(replaced, value))
            case Step() | Parameter() | Operation() | Record() | Remedy() | ExposedModel() | Boundary():
                return struct(value)
            case ForeignKeyPlan() | TransactionPlan() | CallSite() | Evidence() | DataSet() | SharedData() | Replica():
                return struct(value)
        return value

    def struct(value):
        # What our own code says is no project's text.
        kept = (
            {"access", "type", "returns", "ordering", "remedy", "kind", "protection"}
            if not isinstance(value, Record)
            else set()
        )
        changes = {key: replaced(getattr(value, key)) for key in value.__struct_fields__ if key not in kept}
        return msgspec.structs.replace(value, **changes)

    return struct(boundary)


def a_wide_boundary(number=300):
    """With *number* operations, a record each, and four call sites for each."""
    operations = [
        an_operation(
            f"get_thing_{at:03}",
            side=Side.TAKE if at % 2 else Side.KEEP,
            model=f"app{at % 7}.Thing{at}",
            returns=f"Thing{at}Data",
            sites=tuple(f"app{at % 5}/views.py:{at * 10 + line}" for line in range(4)),
        )
        for at in range(number)
    ]
    records = [Record(f"Thing{at}Data", f"app{at % 7}.Thing{at}", (KEY,)) for at in range(number)]
    return a_boundary(*operations, records=tuple(records), crossings=number * 4, in_operations=number * 4)
