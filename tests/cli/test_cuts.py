"""`cutpoint cuts` and `what-if` on an analysis that is given: names, sides, formats, and what is refused."""

import json

import jsonschema
import pytest

from cutpoint.emit.cuts.cuts_json import cuts_schema
from cutpoint.emit.cuts.difference_page import difference_schema
from tests.support.builders import a_catalog, a_model, an_analysis
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
    for part in (
        "Score",
        "sum",
        "Taken (4)",
        "Kept (5)",
        "Questions that decide most",
        "Work items:",
        "Published metrics",
    ):
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


def test_the_report_has_boundaries_of_decided_cuts(capfd, tmp_path):
    assert answer(capfd, "analyze", tmp_path)["boundaries"] == []
    (tmp_path / "pyproject.toml").write_text('[tool.cutpoint.cuts.us]\ntake = ["people"]\nkeep = ["goods"]\n')
    (boundary,) = answer(capfd, "analyze", tmp_path)["boundaries"]
    assert (boundary["name"], boundary["take"]) == ("us", PEOPLE)
    assert boundary["foreign_keys"] and boundary["steps"]


def test_what_if_and_compare(capfd, tmp_path):
    found = answer(capfd, "what-if", "--project", tmp_path, "--move", "goods.Order=people")
    assert (found["added"], found["removed"]) == (["goods.Order"], [])
    assert any("goods.OrderLine.order" in item["what"] for item in found["new_items"])
    assert any("goods.Order.user" in item["what"] for item in found["gone_items"])
    back = answer(capfd, "what-if", "--project", tmp_path, "--cut", "people", "--move", "people.Address=keep")
    assert back["removed"] == ["people.Address"]
    both = answer(capfd, "cuts", "compare", "people", "goods", "--project", tmp_path)
    assert (both["removed"], len(both["added"])) == (PEOPLE, 5)
    assert "Work items that are gone" in run(capfd, "what-if", "--project", tmp_path, "--move", "Order=people").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["find", "--take", "Usr"], "no model or app is named so; did you mean User"),
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


@pytest.mark.parametrize("models", [1, 2, 40], ids=["one model", "two", "one app without relations"])
def test_monoliths_with_nothing_to_cut_along(capfd, tmp_path, analyzed, models):
    labels = [f"alone.M{at}" for at in range(models)]
    analyzed.result = an_analysis(catalog=a_catalog(models=[a_model(label) for label in labels]))
    found = answer(capfd, "cuts", "list", tmp_path)
    assert sorted(label for part in found["parts"] for label in part) == sorted(labels)
    assert found["advice"]
    said = "No good cut here" if models > 15 else "Don't cut here"
    assert said in run(capfd, "cuts", "list", tmp_path).out
    if models > 1:
        point = answer(capfd, "cuts", "find", tmp_path, "--take", labels[0], "--keep", labels[1])["cut_points"][0]
        assert point["models"] == labels[:1]
        assert {side["certainty"] for side in point["sides"] if side["model"] not in labels[:2]} <= {0.5}
    else:
        done = run(capfd, "cuts", "find", tmp_path, "--take", "alone")
        assert (done.code, "everything is taken" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("weights = {writes-across = -3}", "must be a number from 0 to 1000, not -3"),
        ("weights = {writes-acros = 3}", "is no factor; did you mean writes-across?"),
        ("[tool.cutpoint.cuts.us]\ntake = []", "must be a list of models and apps"),
        ("[tool.cutpoint.cuts.us]\nkeep = ['goods']", "takes nothing"),
        ("[tool.cutpoint.cuts.us]\ntake = ['peeple']", "no model or app is named so; did you mean people"),
    ],
)
def test_configurations_that_make_no_sense(capfd, tmp_path, text, said):
    (tmp_path / "pyproject.toml").write_text(f"[tool.cutpoint.cuts]\n{text}\n")
    done = run(capfd, "cuts", "list", tmp_path)
    assert done.code == 2
    assert said in done.err


def test_a_decided_cut_takes_what_it_names_and_no_more(capfd, tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.cutpoint.cuts.us]\ntake = ["people.Token"]\n')
    point = answer(capfd, "cuts", "show", "us", "--project", tmp_path)["cut_points"][0]
    assert point["models"] == ["people.Token"]
    page = run(capfd, "cuts", "show", "people", "--project", tmp_path).out
    assert "Decide on this cut" in page
    assert 'take = ["people"]' in page
    assert "Decide on this cut" not in run(capfd, "cuts", "show", "us", "--project", tmp_path).out


def test_a_list_sums_up_what_show_tells_item_by_item(capfd, tmp_path):
    listed = answer(capfd, "cuts", "list", tmp_path)["cut_points"][0]
    whole = answer(capfd, "cuts", "show", listed["id"], "--project", tmp_path)["cut_points"][0]
    for point in (listed, whole):
        assert sum(item["effort"] for item in point["bill"]) == pytest.approx(point["effort"])
    assert [item["kind"] for item in listed["bill"]] == sorted(
        {item["kind"] for item in whole["bill"]}, key=[item["kind"] for item in listed["bill"]].index
    )
    assert len(listed["bill"]) <= len(whole["bill"])
    assert all(len(side["reasons"]) == 1 for side in listed["sides"])


@pytest.mark.parametrize(
    ("words", "schema"),
    [
        (["cuts", "list", "{}"], cuts_schema),
        (["cuts", "find", "{}", "--take", "people.User", "--keep", "goods.Product"], cuts_schema),
        (["cuts", "show", "people", "--project", "{}"], cuts_schema),
        (["cuts", "compare", "people", "goods", "--project", "{}"], difference_schema),
        (["what-if", "--move", "goods.Order=people", "--project", "{}"], difference_schema),
    ],
)
def test_answers_keep_to_the_published_schema(capfd, tmp_path, words, schema):
    found = answer(capfd, *(str(tmp_path) if word == "{}" else word for word in words))
    jsonschema.validate(found, json.loads(schema()))


@pytest.mark.parametrize(
    ("move", "said"),
    [
        ("goods.Order", "write MODEL=APP"),
        ("goods.Order=peple", "no app is named peple; did you mean people?"),
        ("goods.Order=take", "say of which cut with --cut"),
        ("goods=people", "everything is on one side"),
    ],
)
def test_moves_that_cannot_be_made(capfd, tmp_path, move, said):
    done = run(capfd, "what-if", "--project", tmp_path, "--move", move)
    assert done.code == 2
    assert said in done.err
