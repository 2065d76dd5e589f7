"""No answer depends on where functions stand: code with its functions in the opposite order says the same."""

import shutil
from collections import Counter
from collections.abc import Hashable
from pathlib import Path
from textwrap import dedent

import pytest

from cutpoint.config import load_gate
from cutpoint.domain.access import Access
from cutpoint.domain.project import Options
from cutpoint.judging import judge
from cutpoint.pipeline import analyze
from tests.support.query_snippets import accesses_of, blind_spots_of
from tests.support.reordered import reorder_folder, reordered

BOOKSHOP = Path(__file__).parent.parent / "fixtures" / "bookshop"


def _said(access: Access) -> Hashable:
    """All of an access but its lines."""
    ways = frozenset(tuple(step.function for step in way) for way in access.ways)
    chain = tuple(step.function for step in access.chain)
    doer = (access.app, access.on_behalf_of, access.certainty, access.via)
    return access.function, access.expression, access.action, access.table, *doer, chain, ways


def _said_of(root: Path) -> dict[str, Counter[Hashable]]:
    analysis = analyze(Options(root=str(root)))
    return {
        "accesses": Counter(map(_said, analysis.accesses)),
        "blind spots": Counter((spot.path, spot.kind, spot.reason) for spot in analysis.blind_spots),
        "findings": Counter(finding.key for finding in judge(analysis, load_gate(str(root))).findings),
    }


def test_project_with_its_functions_in_the_opposite_order(tmp_path):
    root = tmp_path / "bookshop"
    shutil.copytree(BOOKSHOP, root)
    before = _said_of(root)
    assert reorder_folder(root) > 5
    assert _said_of(root) == before
    assert all(before[kind] for kind in ("accesses", "findings"))


SNIPPETS = {
    "of two chains that are as short": """
        def store(thing):
            thing.save()

        def a(order: Order):
            store(order)

        def b(order: Order):
            store(order)
    """,
    "guesses that call each other": """
        class Desk:
            def first(self, thing):
                self.second(thing)
                thing.orders.all()

            def second(self, thing):
                Order.objects.filter(pk=thing)
                self.first(thing)
                thing.filter(pk=1)
    """,
    "methods that are reached by any name": """
        class Wizard:
            def run(self, request, order: Order):
                for name in request.steps:
                    getattr(self, name)(request, order)

            def pay(self, request, order):
                order.delete()
                self.run(request, order)

            def check(self, request, order):
                self.store(order)

            def store(self, thing):
                thing.save()
    """,
    "what methods store in self": """
        class Box:
            def fill(self, order: Order):
                self.thing = order

            def refill(self):
                self.thing = Customer.objects.first()
                self.send()

            def send(self):
                self.thing.save()
    """,
}


@pytest.mark.parametrize("code", SNIPPETS.values(), ids=SNIPPETS)
def test_snippets_in_both_orders(code):
    backwards = reordered(dedent(code))
    assert backwards != dedent(code)
    assert Counter(map(_said, accesses_of(code))) == Counter(map(_said, accesses_of(backwards)))
    assert Counter(spot.kind for spot in blind_spots_of(code)) == Counter(
        spot.kind for spot in blind_spots_of(backwards)
    )


def test_reordering_keeps_what_depends_on_order():
    text = dedent("""
        class Pair:
            # About one.
            def one(self): ...

            @property
            def two(self): ...

            @two.setter
            def two(self, value): ...

            def three(self): ...

        def made(given): ...
        def using(given=made): ...
    """)
    assert reordered(text) == dedent("""
        class Pair:

            @property
            def two(self): ...
            # About one.
            def one(self): ...

            def three(self): ...

            @two.setter
            def two(self, value): ...

        def made(given): ...
        def using(given=made): ...
    """)
