"""`cutpoint trace` on an analysis that is given: what ENTRY may be, and how it exits."""

import json

import msgspec
import pytest

from cutpoint.domain.access import Certainty
from cutpoint.domain.entry_point import EntryKind, EntryPoint, Reached
from cutpoint.domain.flow import Flow, FlowFunction, pack_flow
from tests.support.commands import run

FLOW = Flow(
    functions=(FlowFunction("orders/views.py", "orders.views.pay", 4, 9, "orders"),),
    bodies=(0,),
    calls=((),),
    tables=("orders_order",),
    effects=((5, 0, 1, 0),),
)


def _point(kind: str, name: str, function: str, *aliases: str, methods: tuple[str, ...] = ()) -> EntryPoint:
    return EntryPoint(
        kind=EntryKind(kind),
        name=name,
        function=function,
        path="orders/views.py",
        line=4,
        module="orders.views",
        app="orders",
        certainty=Certainty.PROVED,
        aliases=aliases,
        declared=("orders/urls.py", 7),
        written=(Reached("orders_order", Certainty.PROVED),),
        read=(),
        sends=(),
        parts=((0, 0, 1 << 40),),
        methods=methods,
    )


POINTS = (
    _point("url", "orders/<pk>/pay/", "orders.views.pay", "orders:pay"),
    _point("url", "orders/pay/", "orders.views.pay", "orders:pay-all"),
    _point("task", "settle", "orders.tasks.settle"),
    _point("command", "settle", "orders.management.commands.settle.Command"),
    _point("url", "ship/", "orders.views.Ship", "ship"),
    _point("url", "api/", "orders.views.Orders", methods=("GET",)),
    _point("url", "api/", "orders.views.Orders", methods=("PATCH", "PUT")),
)


@pytest.fixture(autouse=True)
def _with_entry_points(analyzed):
    analyzed.result = msgspec.structs.replace(analyzed.result, entry_points=POINTS, flow=pack_flow(FLOW))


@pytest.mark.parametrize(
    ("entry", "title"),
    [
        ("orders/<pk>/pay/", "URL pattern orders/<pk>/pay/"),
        ("/orders/pay/", "URL pattern orders/pay/"),
        ("orders:pay-all", "URL pattern orders/pay/"),
        ("orders.views.pay", "URL pattern orders/<pk>/pay/"),
        ("views.Ship", "URL pattern ship/"),
        ("SHIP/", "URL pattern ship/"),
        ("task:settle", "task settle"),
        ("command:settle", "command settle"),
        ("GET api/", "URL pattern GET api/"),
        ("put /api/", "URL pattern PATCH|PUT api/"),
    ],
)
def test_what_an_entry_point_may_be_called(capfd, tmp_path, entry, title):
    done = run(capfd, "trace", entry, "--project", tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith(f"{title}\n")


def test_the_tree(capfd, tmp_path):
    out = run(capfd, "trace", "ship/", "--project", tmp_path).out
    assert "orders/urls.py:7 → orders/views.py:4 orders.views.Ship, proved" in out
    assert "  orders.views.pay  orders/views.py:4\n  └─ 5  writes orders_order, proved\n" in out


def test_json(capfd, tmp_path):
    answer = json.loads(run(capfd, "trace", "ship/", "--project", tmp_path, "--format", "json").out)
    assert answer["entry_point"]["tables"] == ["orders_order"]
    (step,) = answer["steps"]
    assert (step["function"], step["touches"][0]["access"]) == ("orders.views.pay", "write")


def test_several_of_one_name(capfd, tmp_path):
    done = run(capfd, "trace", "settle", "--project", tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "several entry points: task:settle, command:settle" in " ".join(done.err.split())


def test_several_methods_of_one_pattern(capfd, tmp_path):
    done = run(capfd, "trace", "api/", "--project", tmp_path)
    assert done.code == 2
    assert "several entry points: url:GET api/, url:PATCH|PUT api/" in " ".join(done.err.split())


@pytest.mark.parametrize(("entry", "meant"), [("shipp/", "did you mean ship/"), ("zzzz", "no entry point called zzzz")])
def test_typos(capfd, tmp_path, entry, meant):
    done = run(capfd, "trace", entry, "--project", tmp_path)
    assert (done.code, done.out) == (2, "")
    assert meant in " ".join(done.err.split())


def test_a_project_without_any(capfd, tmp_path, analyzed):
    analyzed.result = msgspec.structs.replace(analyzed.result, entry_points=(), flow=b"")
    done = run(capfd, "trace", "ship/", "--project", tmp_path)
    assert done.code == 2
    assert "none was found in the project" in " ".join(done.err.split())
