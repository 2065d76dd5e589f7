"""`cutpoint graph`: what it refuses, and that what it draws of a cut is what `cuts show` counts."""

from pathlib import Path

import msgspec
import pytest

import cutpoint
from tests.support.commands import run

BOOKSHOP = Path(cutpoint.__file__).parents[1] / "fixtures/bookshop"


def graph(capfd, *arguments):
    return run(capfd, "graph", BOOKSHOP, *arguments)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--of", "imports", "--level", "table"], "--of imports has service, app, module"),
        (["--of", "cut"], "say which with --cut ID"),
        (["--cut", "billing"], "--cut billing goes with --of cut"),
        (["--of", "cut", "--cut", "biling"], "did you mean billing?"),
        (["--focus", "biling"], "did you mean billing?"),
        (["--between", "core", "orders"], "nothing leads from core to orders"),
        (["--only", "writs"], "--of queries has write, read, join"),
    ],
)
def test_what_can_not_be_drawn_is_refused_with_the_next_step(capfd, arguments, said):
    done = graph(capfd, *arguments)
    assert done.code == 2
    assert said in done.err
    assert not done.out


@pytest.mark.parametrize("level", ["service", "app", "module", "model", "table"])
def test_a_cut_is_drawn_with_what_its_seam_counts(capfd, level):
    drawn = msgspec.json.decode(
        graph(capfd, "--of", "cut", "--cut", "billing", "--level", level, "--format", "json").out
    )
    shown = msgspec.json.decode(run(capfd, "cuts", "show", "billing", "--project", BOOKSHOP, "--format", "json").out)
    seam = shown["cut_points"][0]["seam"]
    relations = [place for edge in drawn["edges"] if edge["kind"] == "relation" for place in edge["evidence"]]
    assert len(relations) == seam["relations"]
    sides = {node["id"]: node["cluster"] for node in drawn["nodes"]}
    assert set(sides.values()) == {"taken out", "stays"}
    assert all(sides[edge["source"]] != sides[edge["target"]] for edge in drawn["edges"])


def test_a_focus_and_kinds_go_together(capfd):
    data = msgspec.json.decode(graph(capfd, "--focus", "billing", "--only", "writes", "--format", "json").out)
    assert {edge["kind"] for edge in data["edges"]} == {"write"}
    assert "billing" in {node["label"] for node in data["nodes"]}


def test_calls_are_drawn(capfd):
    data = msgspec.json.decode(graph(capfd, "--of", "calls", "--level", "module", "--format", "json").out)
    assert {edge["kind"] for edge in data["edges"]} <= {"call", "later", "task"}
    assert data["edges"]
