"""The report that machines read: its keys, its schema, its bytes."""

import json

import jsonschema
import pytest

from cutpoint import __version__
from cutpoint.domain.source import BlindSpot
from cutpoint.emit.json_report import json_report, json_schema
from tests.support.bookshop import HOSTILE, a_bookshop, a_hostile_monolith
from tests.support.builders import a_catalog, a_model, a_reading, an_analysis, an_app, an_import, some_settings


def report_of(analysis, **options):
    return json.loads(json_report(analysis, **options))


def test_has_exactly_the_published_keys():
    report = report_of(a_bookshop())
    assert list(report) == [
        "schema_version",
        "tool",
        "project",
        "settings",
        "apps",
        "models",
        "tables",
        "imports",
        "import_circles",
        "missing_packages",
        "blind_spots",
    ]
    assert report["schema_version"] == "1"
    assert report["tool"] == {"name": "cutpoint", "version": __version__}


@pytest.mark.parametrize(
    ("key", "keys"),
    [
        ("apps", "label name path ours installed evidence"),
        (
            "models",
            "label app module name path line table managed proxy abstract swapped auto_created bases ours fields relations",
        ),
        ("tables", "name model owner bucket writers readers"),
        ("imports", "importer imported path line scope"),
        ("blind_spots", "path line kind reason"),
    ],
)
def test_items_have_exactly_the_published_keys(key, keys):
    assert all(list(item) == keys.split() for item in report_of(a_bookshop())[key])


def test_fields_and_relations_have_exactly_the_published_keys():
    models = {model["label"]: model for model in report_of(a_bookshop())["models"]}
    assert models["books.Book"]["fields"] == [
        {"name": "id", "column": "id", "type": "AutoField", "primary_key": True, "null": False}
    ]
    assert models["billing.Invoice"]["relations"] == [
        {
            "name": "order",
            "kind": "fk",
            "to": "orders.Order",
            "on_delete": "CASCADE",
            "related_name": None,
            "through": None,
            "db_constraint": True,
            "path": "billing/models.py",
            "line": 7,
        }
    ]


def test_the_project_tells_nothing_about_the_machine():
    reading = a_reading("/home/me/shop", packages=("/home/me/venv/site-packages", "/home/me/shop/.venv"))
    project = report_of(an_analysis(reading=reading))["project"]
    assert project["root"] == "shop"
    assert project["packages"] == ["../venv/site-packages", ".venv"]
    assert "/home/me" not in json_report(an_analysis(reading=reading))


def test_seconds_are_told_only_when_asked_for():
    assert "seconds" not in report_of(a_bookshop())["project"]
    assert report_of(a_bookshop(), seconds=1.23456)["project"]["seconds"] == 1.235


def test_swapped_models_have_names():
    settings = some_settings(swappable=(("OAUTH2_MODEL", "shop.Application"),))
    report = report_of(an_analysis(a_catalog(settings=settings)))
    assert report["settings"]["swappable"] == [{"setting": "OAUTH2_MODEL", "model": "shop.Application"}]


def test_the_same_things_in_another_order_are_the_same_bytes():
    def report(step):
        catalog = a_catalog(
            apps=[an_app("a"), an_app("b")][::step],
            models=[a_model("a.A"), a_model("b.B")][::step],
            imports=[an_import("a", "b"), an_import("b", "a")][::step],
        )
        spots = [BlindSpot("a", 1, "k", "r"), BlindSpot("b", 1, "k", "r")][::step]
        return json_report(an_analysis(catalog, blind_spots=spots))

    assert report(1) == report(-1)
    assert report(1).endswith("}\n")


@pytest.mark.parametrize("analysis", [a_bookshop(), a_hostile_monolith(), an_analysis()], ids=["shop", "bad", "empty"])
def test_keeps_the_published_schema(analysis):
    schema = json.loads(json_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(report_of(analysis, seconds=1.0), schema)


def test_the_schema_is_the_same_each_time():
    assert json_schema() == json_schema()


def test_hostile_names_are_kept_and_steer_nothing():
    text = json_report(a_hostile_monolith())
    assert json.loads(text)["blind_spots"][0]["reason"] == HOSTILE
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "##[" not in text
    assert not any(line.strip().startswith("::") for line in text.splitlines())


def test_a_file_name_that_is_not_utf8_is_shown_with_an_escape():
    spots = [BlindSpot("caf\udce9.py", 0, "unreadable", "r")]
    assert report_of(an_analysis(blind_spots=spots))["blind_spots"][0]["path"] == "caf\\udce9.py"


def test_one_item_of_a_list_stands_on_a_line():
    lines = json_report(a_bookshop()).splitlines()
    assert sum(line.startswith('    {"label":"billing.Invoice"') for line in lines) == 1
