"""Every use that crosses belongs to one operation or to one remedy, whatever crosses."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cutpoint.config import Asked, load_options
from cutpoint.domain.boundary import Remedy
from cutpoint.domain.cut import Side
from cutpoint.judging import on_disk
from cutpoint.pipeline import analyze
from cutpoint.propose.boundary import key_of, propose
from cutpoint.proposing import propose_cut
from cutpoint.score.crossing import crossing_of
from cutpoint.score.cutting import Cutting
from cutpoint.score.finding import Named
from tests.support.crossings import a_crossing, a_join, a_use, proposal_of

BOOKSHOP = Path(__file__).parents[2] / "fixtures" / "bookshop"
VIAS = (
    "queryset",
    "save",
    "related",
    "m2m",
    "cascade",
    "signal",
    "trigger",
    "inheritance",
    "raw_sql",
    "hint",
    "join",
    "admin",
)
EXPRESSIONS = (
    *("Invoice.objects.get()", "_.save()", "_.delete()", "Invoice.objects.filter().first()", "_.invoice", "x.y.add()"),
    *("", "()", "_.update_or_create()", "_.bulk_create()", "f", "Invoice.objects.filter().update()"),
)
LOOKUPS = ("pk", "pk__in", "order__customer__name__icontains", "number", "**kwargs", "due__range", "gone", "")

uses = st.builds(
    lambda **parts: a_use(parts.pop("expression"), parts.pop("action"), **parts),
    expression=st.sampled_from(EXPRESSIONS),
    action=st.sampled_from(["read", "insert", "update", "delete"]),
    model=st.sampled_from(["billing.Invoice", "shop.Order", "gone.Model"]),
    side=st.sampled_from(list(Side)),
    place=st.builds("a{}.py:{}".format, st.integers(0, 2), st.integers(1, 4)),
    via=st.sampled_from(VIAS),
    conditions=st.none() | st.lists(st.sampled_from(LOOKUPS), max_size=4),
    columns=st.none() | st.lists(st.sampled_from(["paid", "total", "order_id", "gone"]), max_size=3),
    table=st.sampled_from(["", "billing_invoice_tags"]),
    in_loop=st.booleans(),
)
joins = st.builds(
    a_join, st.sampled_from(["filter", "order", "select", "annotation", "subquery"]), place=st.just("a1.py:1")
)


def check(proposal, crossing_uses):
    boundary = proposal.boundary
    ids = [operation.id for operation in boundary.operations]
    assert len(ids) == len(set(ids))
    assert sorted(use.place for use, _ in proposal.belonging) == sorted(use.place for use in crossing_uses)
    for use, to in proposal.belonging:
        assert to in (boundary.remedies if isinstance(to, Remedy) else ids)
        if isinstance(to, str):
            (operation,) = [each for each in boundary.operations if each.id == to]
            sites = (*operation.call_sites, *operation.published_at)
            assert (use.path, use.line) in {(site.path, site.line) for site in sites}
    assert boundary.crossings == len({key_of(use) for use in crossing_uses if not use.is_shared})
    assert 0 <= boundary.in_operations <= boundary.crossings
    names = {record.name for record in boundary.records}
    assert len(names) == len(boundary.records)
    for operation in boundary.operations:
        assert operation.name.isidentifier()
        assert len({each.name for each in operation.parameters}) == len(operation.parameters)


@settings(max_examples=200, deadline=None)
@given(st.lists(uses, max_size=12, unique=True), st.lists(joins, max_size=3))
def test_whatever_crosses_belongs_somewhere(found, joined):
    crossing = a_crossing(*found, joins=tuple(joined))
    proposal = propose(crossing)
    check(proposal, crossing.uses)
    assert proposal == propose(crossing)


@pytest.fixture(scope="module")
def bookshop():
    analysis = analyze(load_options(str(BOOKSHOP), Asked(use_cache=False, workers=1)))
    return Cutting(analysis), on_disk(analysis.reading.root)


@pytest.mark.parametrize("app", ["billing", "catalog", "customers", "orders", "reports", "reviews", "delivery"])
def test_each_app_of_the_bookshop(bookshop, app):
    cutting, content_of = bookshop
    taken = tuple(label for label in cutting.subjects.labels if label.startswith(f"{app}."))
    candidate = cutting.asked(Named((taken,), ()))
    crossing = crossing_of(cutting.parting(candidate), "x", app)
    assert crossing.uses
    check(propose_cut(cutting, candidate, content_of), crossing.uses)


def test_an_app_that_others_only_call_has_nothing_across(bookshop):
    cutting, content_of = bookshop
    candidate = cutting.asked(Named((("core.AuditEntry",),), ()))
    assert candidate.models == ("core.AuditEntry",)
    assert crossing_of(cutting.parting(candidate), "x", "core").uses == ()
    check(propose_cut(cutting, candidate, content_of), ())


def test_a_monolith_of_a_few_lines():
    found = proposal_of(
        {
            "orders/views.py": """
                from billing.models import Invoice
                from orders.models import Line, Order
                def place(customer):
                    order = Order.objects.create(customer=customer)
                    Line.objects.create(order=order, amount=1)
                    Invoice.objects.create(order=order, total=1)
                    order.state = "placed"
                    order.save()
            """,
        },
        "billing",
        keep=("orders",),
    )
    (operation,) = [each for each in found.boundary.operations if each.kind != "event"]
    assert (operation.id, operation.communication, operation.callers) == ("take.create_invoice", "bus", ("orders",))
    assert [(each.name, each.type) for each in operation.parameters] == [("order_id", "int"), ("total", "int")]
