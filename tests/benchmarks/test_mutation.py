"""The mutation benchmark on the bundled monolith: it plants, it edits, and it can tell caught from silent."""

from pathlib import Path

import pytest

from benchmarks.mutation import neutral, planted
from benchmarks.mutation.editing import ELSEWHERE, edited, mixed
from benchmarks.mutation.ground import Ground
from benchmarks.mutation.judging import Outcome
from benchmarks.mutation.planted.kind import with_model, with_row
from benchmarks.mutation.planting import planted as plant
from benchmarks.mutation.project import Project
from benchmarks.mutation.tables import neutral_table, planted_table
from cutpoint.config import Asked

BOOKSHOP = Path(__file__).parents[2] / "fixtures/bookshop"


@pytest.fixture(scope="module")
def ground(tmp_path_factory):
    folder = tmp_path_factory.mktemp("mutation")
    return Ground(Project(BOOKSHOP, folder / "bookshop", folder / "cache", Asked()))


def test_planted_writes_are_caught_and_reads_are_not(ground):
    chosen = ("attribute chain and save", "queryset update", "related manager delete", "class as a parameter")
    kinds = {name: planted.ALL[name] for name in chosen}
    kinds["only a read"] = with_model("from $models import $Model\n$Model.objects.filter(pk=1).first()")
    kinds["only looked at"] = with_row("print($row.pk)")
    results = {each.kind: each for each in plant(ground, kinds, each=1, per_run=40, seed="a test")}
    assert {kind for kind, each in results.items() if each.since is Outcome.CAUGHT} == set(chosen)
    assert {kind for kind, each in results.items() if each.baseline is Outcome.CAUGHT} == set(chosen)
    assert planted_table(list(results.values())).splitlines()[-1].startswith("| **all** | 6 | 4 | 4 |")


def test_the_seed_decides_what_is_planted_where(ground):
    kinds = {"deleted": planted.ALL["queryset delete"]}
    one, again = (next(plant(ground, kinds, each=1, per_run=1, seed="a test")) for _ in range(2))
    assert one == again


def test_neutral_edits_raise_no_alarm_and_leave_the_tree_as_it_was(ground):
    chosen = ("function to another module", "locals renamed", "methods reversed")
    results = list(edited(ground, {name: neutral.ALL[name] for name in chosen}, each=3, seed="a test"))
    assert {each.kind for each in results} == set(chosen)
    assert [text for each in results for text in (*each.since.errors, *each.baseline.errors)] == []
    assert neutral_table(results).count("\n") == 6
    text = ground.project.files["orders/services.py"]
    assert (ground.project.root / "orders/services.py").read_text() == text


def test_an_edit_that_adds_a_write_is_an_alarm(ground):
    def edit(ground, path, _random):
        text = "\n\nfrom customers.models import Customer\n\n\ndef wipe():\n    Customer.objects.update(name=None)\n"
        return {path: ground.project.files[path] + text} if path == "orders/services.py" else None

    (result,) = edited(ground, {"adds": edit}, each=1, seed="a test")
    assert [text.split()[1] for text in result.since.errors] == ["cross-write"]
    assert result.since.errors == result.baseline.errors


def test_mixed_edits_are_told_by_kind_and_files(ground):
    chosen = ("block to a function", "block to a mixin", "method to a mixin", "function removed", "locals renamed")
    results = list(mixed(ground, {name: neutral.ALL[name] for name in chosen}, 12, per_commit=5, seed="a test"))
    assert sum(each.edits for each in results) == 12
    assert {each.kind for each in results} == {*chosen, ELSEWHERE}
    assert [text for each in results for text in (*each.since.errors, *each.baseline.errors)] == []


def test_an_alarm_is_told_of_the_edit_in_its_file(ground):
    def takes(_ground, path, _random):
        return {path: "def send_all():\n    pass\n"} if path == "orders/services.py" else None

    def adds(ground, path, _random):
        text = "\n\nfrom customers.models import Customer\n\n\ndef wipe():\n    Customer.objects.update(name=None)\n"
        return {path: ground.project.files[path] + text} if path == "shipping/tasks.py" else None

    results = {each.kind: each for each in mixed(ground, {"takes": takes, "adds": adds}, 2, per_commit=2, seed="a")}
    assert {kind: len(each.since.errors) for kind, each in results.items()} == {"adds": 1, "takes": 0, ELSEWHERE: 0}


def test_a_new_function_is_no_move_of_what_was_deleted_elsewhere(ground):
    chosen = ("rides on one deleted, in a new function", "rides on one deleted, in a new function of others")
    kinds = {name: planted.ALL[name] for name in chosen}
    results = list(plant(ground, kinds, each=2, per_run=1, seed="a test"))
    assert {each.kind for each in results} == set(chosen)
    assert {each.since for each in results} == {each.baseline for each in results} == {Outcome.CAUGHT}
