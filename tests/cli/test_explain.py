"""`cutpoint explain` on an analysis that is given: two apps or a place, and how it exits."""

import json
import os

import msgspec
import pytest

from tests.support.commands import run

pytestmark = pytest.mark.usefixtures("analyzed")


@pytest.fixture
def shop(tmp_path, analyzed):
    """The folder that the analysis is of."""
    (tmp_path / "orders").mkdir()
    (tmp_path / "orders" / "views.py").touch()
    (tmp_path / "orders" / "forms.py").touch()
    reading = msgspec.structs.replace(analyzed.result.reading, root=str(tmp_path))
    analyzed.result = msgspec.structs.replace(analyzed.result, reading=reading)
    return tmp_path


def test_two_apps(capfd, shop):
    done = run(capfd, "explain", "billing", "orders", shop)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("How billing and orders need each other\n")


def test_two_apps_of_the_project_here(capfd, shop, monkeypatch, analyzed):
    monkeypatch.chdir(shop)
    assert run(capfd, "explain", "billing", "orders").code == 0
    assert analyzed.options.root == str(shop)


def test_an_app_by_its_package(capfd, shop):
    assert "orders and auth need" in run(capfd, "explain", "orders", "django.contrib.auth", shop).out


@pytest.mark.parametrize("place", ["orders/views.py:22", "./orders/views.py:22", "orders/views.py:22:7"])
def test_a_place(capfd, shop, place):
    done = run(capfd, "explain", place, shop)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("orders/views.py:22\n")
    assert "insert orders_order" in done.out


def test_a_place_as_seen_from_here(capfd, shop, monkeypatch):
    monkeypatch.chdir(shop / "orders")
    assert run(capfd, "explain", "views.py:22", "..").out.startswith("orders/views.py:22\n")


def test_an_absolute_place(capfd, shop):
    assert run(capfd, "explain", f"{shop}/orders/views.py:22", shop).out.startswith("orders/views.py:22\n")


def test_a_file_of_which_nothing_is_known_but_that_it_is_there(capfd, shop):
    assert "No access was seen in this file." in run(capfd, "explain", "orders/forms.py:3", shop).out


def test_json(capfd, shop):
    apps = json.loads(run(capfd, "explain", "billing", "orders", shop, "--format", "json").out)
    assert [need["source"] for need in apps["needs"]] == ["billing", "orders"]
    place = json.loads(run(capfd, "explain", "orders/views.py:22", shop, "--format", "json").out)
    assert len(place["accesses"]) == 2


def test_options_reach_the_pipeline(capfd, shop, analyzed):
    run(capfd, "explain", "billing", "orders", shop, "--settings", "a.b", "--include-migrations")
    assert (analyzed.options.settings, analyzed.options.include_migrations) == ("a.b", True)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["biling", "orders", "."], "no app is named biling; did you mean billing?"),
        (["billing", "order", "."], "no app is named order; did you mean orders?"),
        (["billing", "billing", "."], "billing and billing are the same app"),
        (["orders/views.py"], "add the line, as in orders/views.py:12"),
        (["orders/views.py:3", ".", "more"], "after it only PATH may follow"),
        (["orders/views.py:3", "gone"], "there is no gone"),
        (["billing", "orders", "gone"], "there is no gone"),
        (["orders/views.py:0", "."], "lines start at 1"),
        (["orders/veiws.py:3", "."], "there is no file orders/veiws.py in the project; did you mean orders/views.py"),
        (["views.py:3", "."], "there is no file views.py in the project; did you mean orders/views.py?"),
        (["../outside.py:3", "."], "there is no file ../outside.py"),
        (["a\0b.py:3", "."], "there is no file a\\x00b.py"),
        ([], "Missing argument"),
    ],
)
def test_mistakes(capfd, shop, monkeypatch, arguments, said):
    monkeypatch.chdir(shop)
    done = run(capfd, "explain", *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err


def test_one_app(capfd, shop):
    done = run(capfd, "explain", "billing", "./" + os.path.relpath(shop))
    assert (done.code, done.err) == (0, "")
    for part in ("billing\n", "It needs 1 app", "It is needed by ", "If it left: ", "cutpoint cuts show billing"):
        assert part in done.out
    found = json.loads(run(capfd, "explain", "billing", "./" + os.path.relpath(shop), "--format", "json").out)
    assert found["app"] == "billing"
    assert [need["target"] for need in found["needs"]] == ["orders"]
    assert found["cut"]["apps"] == ["billing"]


def test_an_app_alone_is_looked_for_here(capfd, shop, monkeypatch):
    monkeypatch.chdir(shop)
    assert run(capfd, "explain", "billing").out.startswith("billing\n")
