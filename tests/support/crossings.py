"""What crosses a cut, built by hand: `shop` stays and `billing` leaves; and small monoliths that are proposed as a whole."""

from cutpoint.domain.crossing import (
    Crossing,
    CrossingCall,
    CrossingJoin,
    CrossingLink,
    CrossingTransaction,
    CrossingUse,
)
from cutpoint.domain.cut import Side
from cutpoint.propose.boundary import Proposal
from cutpoint.propose.sources import Argument, NoSources, Signature
from cutpoint.proposing import propose_cut
from cutpoint.score.cutting import Cutting
from cutpoint.score.finding import Named
from tests.support.builders import a_field, a_model, a_relation
from tests.support.judging import analysis_of, texts_of
from tests.support.two_worlds import a_transaction

KEY = a_field("id", type="BigAutoField", primary_key=True)
MODELS = (
    a_model(
        "billing.Invoice",
        a_relation("shop.Order", name="order", on_delete="PROTECT"),
        fields=[
            KEY,
            a_field("order", column="order_id", type="ForeignKey"),
            a_field("number", type="CharField"),
            a_field("total", type="DecimalField"),
            a_field("paid", type="BooleanField"),
            a_field("due", type="DateField", null=True),
        ],
    ),
    a_model(
        "shop.Order",
        a_relation("shop.Customer", name="customer"),
        fields=[KEY, a_field("customer", column="customer_id", type="ForeignKey"), a_field("state", type="CharField")],
    ),
    a_model(
        "shop.Customer", fields=[a_field("code", type="UUIDField", primary_key=True), a_field("name", type="CharField")]
    ),
)


def a_use(
    expression="Invoice.objects.get()",
    action="read",
    *,
    model="billing.Invoice",
    side=Side.KEEP,
    place="shop/views.py:1",
    function="shop.views.pay",
    module="",
    via="queryset",
    conditions=("pk",),
    columns=None,
    table="",
    **parts,
):
    """Code of the shop reads an invoice by its key, unless something else is said."""
    path, _, line = place.rpartition(":")
    return CrossingUse(
        path=path,
        line=int(line),
        function=function,
        module=module or function.rpartition(".")[0],
        side=side,
        model=model,
        table=table or model.lower().replace(".", "_"),
        action=action,
        via=via,
        in_loop=parts.pop("in_loop", False),
        expression=expression,
        conditions=None if conditions is None else tuple(conditions),
        columns=None if columns is None else tuple(columns),
        cause=None,
        **parts,
    )


def a_join(
    kind="filter",
    through="order__state",
    *,
    model="shop.Order",
    side=Side.TAKE,
    place="billing/views.py:1",
    function="billing.views.f",
):
    path, _, line = place.rpartition(":")
    return CrossingJoin(
        path, int(line), function, function.rpartition(".")[0], side, "billing.Invoice", model, through, kind, False
    )


def a_call(
    callee="billing.services.refund",
    *,
    reads=(),
    writes=("billing.Invoice",),
    place="shop/views.py:9",
    side=Side.KEEP,
    **parts,
):
    path, _, line = place.rpartition(":")
    return CrossingCall(
        path,
        int(line),
        "shop.views.pay",
        "shop.views",
        side,
        callee,
        "billing/services.py",
        3,
        tuple(reads),
        tuple(writes),
        0,
        **parts,
    )


def a_link(model="billing.Invoice", to="shop.Order", kind="fk", on_delete="PROTECT", side=Side.TAKE):
    return CrossingLink(model, to, a_relation(to, kind, name=to.partition(".")[2].lower(), on_delete=on_delete), side)


def a_parted_transaction(writes, reads=(), place="shop/views.py:5", function="shop.views.pay"):
    tables = [label.lower().replace(".", "_") for label in writes]
    return CrossingTransaction(
        a_transaction(writes=tables, place=place, function=function), tuple(writes), tuple(reads)
    )


def a_crossing(*uses, models=MODELS, **parts):
    """Billing leaves, and *uses* cross."""
    empty = {
        "id": "c0ffee",
        "name": "billing",
        "take": ("billing.Invoice",),
        "keep": ("shop.Customer", "shop.Order"),
        "others": (),
        "classes": (("billing.models.Invoice", "billing.Invoice"), ("shop.models.Order", "shop.Order")),
        "follows": (),
        "joins": (),
        "links": (),
        "calls": (),
        "transactions": (),
        "columns": (),
        "taken_modules": ("billing.models", "billing.services", "billing.views"),
        "side_of_function": (),
        "app_of_module": (("billing.services", "billing"), ("shop.views", "shop")),
    }
    return Crossing(
        models=tuple(models),
        uses=tuple(sorted(uses, key=lambda use: (use.place, use.table, use.action))),
        **(empty | parts),
    )


class SourcesOf(NoSources):
    """Signatures by function, and lines whose answers nobody uses."""

    def __init__(self, signatures=(), unused=()):
        self._signatures = dict(signatures)
        self._unused = set(unused)

    def signature(self, _path, _line, function):
        return self._signatures.get(function)

    def is_answer_used(self, path, line):
        return f"{path}:{line}" not in self._unused


def a_signature(*arguments, returns="", binds="", gives=True):
    """`a_signature(("order", "Order"), "total", ("tz", "str", True))`: name, annotation, whether it has a default."""
    found = [argument if isinstance(argument, tuple) else (argument, "") for argument in arguments]
    return Signature(
        tuple(Argument(name, annotation, "", bool(default), False) for name, annotation, *default in found),
        returns,
        binds,
        is_async=False,
        gives=gives,
    )


def proposal_of(files, *take, keep=("billing",)) -> Proposal:
    """The proposal for taking these models or apps out of the monolith of `judging.py` with *files*."""
    texts = texts_of(files)
    cutting = Cutting(analysis_of(files))
    labels = cutting.subjects.labels
    taken, kept = (
        tuple(tuple(label for label in labels if wanted in (label, label.partition(".")[0])) for wanted in side)
        for side in (take, keep)
    )
    content = {path: text.encode() for path, text in texts.items()}
    return propose_cut(cutting, cutting.asked(Named(taken, kept)), content.get)
