"""`cutpoint cuts` and `what-if` on an analysis that is given: names, sides, formats, and what is refused."""

import json

import pytest

from tests.support.commands import run
from tests.support.two_worlds import two_worlds

PEOPLE = ["people.Address", "people.Token", "people.TokenScope", "people.User"]


@pytest.fixture(autouse=True)
def worlds(analyzed):
    analyzed.result = two_worlds()


def answer(capfd, *words):
    done = run(capfd, *words, "--format", "json")
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


def test_list(capfd, tmp_path):
    found = answer(capfd, "cuts", "list", tmp_path)
    assert [point["rank"] for point in found["cut_points"]] == list(range(1, len(found["cut_points"]) + 1))
    assert sorted(label for part in found["parts"] for label in part) == sorted(
        side["model"] for side in found["cut_points"][0]["sides"]
    )
    for point in found["cut_points"]:
        assert point["score"] == round(sum(factor["points"] for factor in point["factors"]), 6)
    done = run(capfd, "cuts", "list", tmp_path)
    assert done.out.startswith("Cut points\n")
    assert "Don't cut here" in done.out


def test_the_same_bytes_twice(capfd, tmp_path):
    assert run(capfd, "cuts", "list", tmp_path).out == run(capfd, "cuts", "list", tmp_path).out


@pytest.mark.parametrize(("take", "keep"), [("people.User", "goods.Product"), ("user", "Product"), ("people", "goods")])
def test_find(capfd, tmp_path, take, keep):
    found = answer(capfd, "cuts", "find", tmp_path, "--take", take, "--keep", keep)["cut_points"][0]
    assert found["models"] == PEOPLE
    assert {side["side"] for side in found["sides"]} == {"take", "keep"}
    assert all(0 <= side["certainty"] <= 1 and side["reasons"] for side in found["sides"])


def test_find_as_a_page(capfd, tmp_path):
    done = run(capfd, "cuts", "find", tmp_path, "--take", "people.User", "--keep", "goods.Product")
    assert done.code == 0
    for part in ("Score", "sum", "Taken (4)", "Kept (5)", "Questions that decide most", "Bill:", "Measures"):
        assert part in done.out


def test_show_by_id_app_and_decided_name(capfd, tmp_path):
    first = answer(capfd, "cuts", "list", tmp_path)["cut_points"][0]
    assert (
        answer(capfd, "cuts", "show", first["id"], "--project", tmp_path)["cut_points"][0]["models"] == first["models"]
    )
    assert answer(capfd, "cuts", "show", "people", "--project", tmp_path)["cut_points"][0]["models"] == PEOPLE
    (tmp_path / "pyproject.toml").write_text('[tool.cutpoint.cuts.us]\ntake = ["people"]\nkeep = ["goods"]\n')
    assert answer(capfd, "cuts", "show", "us", "--project", tmp_path)["cut_points"][0]["name"] == "us"
    assert answer(capfd, "cuts", "list", tmp_path)["cut_points"][0]["name"] == "us"


def test_what_if_and_compare(capfd, tmp_path):
    found = answer(capfd, "what-if", "--project", tmp_path, "--move", "goods.Order=people")
    assert (found["added"], found["removed"]) == (["goods.Order"], [])
    assert any("goods.OrderLine.order" in item["what"] for item in found["new_items"])
    assert any("goods.Order.user" in item["what"] for item in found["gone_items"])
    back = answer(capfd, "what-if", "--project", tmp_path, "--cut", "people", "--move", "people.Address=keep")
    assert back["removed"] == ["people.Address"]
    both = answer(capfd, "cuts", "compare", "people", "goods", "--project", tmp_path)
    assert (both["removed"], len(both["added"])) == (PEOPLE, 5)
    assert "Gone from the bill" in run(capfd, "what-if", "--project", tmp_path, "--move", "Order=people").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["find", "--take", "Usr"], "there is no model or app of yours called so; did you mean User"),
        (["find"], "say what to take"),
        (["find", "--take", "people", "--keep", "people.User"], "people.User can't be on both sides"),
        (["find", "--take", "people", "--take", "goods"], "everything is taken"),
        (["show", "nothing"], "there is no cut nothing"),
        (["list", "--goal", "beauty"], "--goal beauty: there are independence, security, least-work"),
    ],
)
def test_refusals_say_what_to_do(capfd, tmp_path, monkeypatch, words, said):
    monkeypatch.chdir(tmp_path)
    done = run(capfd, "cuts", *words)
    assert done.code == 2
    assert said in done.err


@pytest.mark.parametrize(
    ("move", "said"),
    [
        ("goods.Order", "write MODEL=APP"),
        ("goods.Order=peple", "there is no app of yours called peple; did you mean people?"),
        ("goods.Order=take", "say of which cut with --cut"),
        ("goods=people", "everything is on one side"),
    ],
)
def test_moves_that_cannot_be_made(capfd, tmp_path, move, said):
    done = run(capfd, "what-if", "--project", tmp_path, "--move", move)
    assert done.code == 2
    assert said in done.err
