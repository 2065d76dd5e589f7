"""The report that machines read: its keys, its schema, its bytes."""

import json
import platform

import jsonschema
import pytest

from cutpoint import __version__
from cutpoint.domain.library import Libraries, Library, Pin
from cutpoint.domain.source import BlindSpot, Evidence
from cutpoint.emit.json_report import json_report, json_schema
from tests.support.bookshop import HOSTILE, a_bookshop, a_hostile_monolith
from tests.support.builders import (
    a_catalog,
    a_model,
    a_reading,
    an_access,
    an_analysis,
    an_app,
    an_import,
    some_settings,
)


def report_of(analysis, **options):
    return json.loads(json_report(analysis, **options))


def test_has_exactly_the_published_keys():
    report = report_of(a_bookshop())
    assert list(report) == [
        "schema_version",
        "tool",
        "complete",
        "doubts",
        "summary",
        "project",
        "settings",
        "apps",
        "models",
        "services",
        "tables",
        "imports",
        "accesses",
        "transactions",
        "entry_points",
        "shared_tables",
        "import_circles",
        "cut_points",
        "boundaries",
        "missing_packages",
        "resolution",
        "coverage",
        "blind_spots",
    ]
    assert report["schema_version"] == "2"


def test_tells_with_what_it_was_made():
    tool = report_of(an_analysis(catalog=a_catalog(django="5.2.1")))["tool"]
    assert (tool["name"], tool["version"]) == ("cutpoint", __version__)
    assert tool["analyzed_with"] == {"python": platform.python_version(), "django": "5.2.1", "packages": []}


def test_tells_which_releases_were_read():
    libraries = Libraries(
        (
            Library("abacus", None, Pin("abacus", "", "requirements.txt", 1)),
            Library("Ledger", "3.2.1", Pin("ledger", "==3.2", "requirements.txt", 2), fits=False),
            Library("zither", "1"),
        )
    )
    assert report_of(an_analysis(libraries=libraries))["tool"]["analyzed_with"]["packages"] == [
        {"name": "abacus", "version": None, "pin": None},
        {"name": "Ledger", "version": "3.2.1", "pin": "==3.2"},
        {"name": "zither", "version": "1", "pin": None},
    ]


@pytest.mark.parametrize(
    ("key", "keys"),
    [
        ("apps", "label name path ours installed evidence"),
        (
            "models",
            "label app module name path line table managed proxy abstract swapped auto_created bases ours fields relations history_of polymorphic wrapped soft_delete",
        ),
        ("tables", "name model owner bucket writers readers"),
        ("imports", "importer imported path line scope"),
        (
            "accesses",
            "path line end_line function module app service action table model columns joins via certainty in_loop cause on_behalf_of chain because",
        ),
        ("shared_tables", "table owner bucket suggested_owner reason writers writer moves sites_to_move"),
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


def test_tables_say_who_writes_and_reads_them():
    tables = {table["name"]: table for table in report_of(a_bookshop())["tables"]}
    assert tables["orders_order"]["writers"] == [
        {"service": "billing", "app": "billing", "sites": 2, "actions": ["update"]},
        {"service": "orders", "app": "orders", "sites": 2, "actions": ["insert", "update"]},
        {"service": None, "app": None, "sites": 1, "actions": ["delete"]},
    ]
    assert tables["books_book"]["readers"] == [{"service": "orders", "app": "orders", "sites": 2}]
    assert (tables["shop_legacy"]["model"], tables["shop_legacy"]["owner"]) == (None, None)


def test_an_access_is_told_whole_and_its_service_is_the_one_that_decided():
    rows = [row for row in report_of(a_bookshop())["accesses"] if row["path"] == "books/saving.py"]
    assert rows == [
        {
            "path": "books/saving.py",
            "line": 3,
            "end_line": 3,
            "function": "books.saving.store",
            "module": "books.saving",
            "app": "books",
            "service": "billing",
            "action": "update",
            "table": "orders_order",
            "model": "orders.Order",
            "columns": None,
            "joins": [],
            "via": "instance",
            "certainty": "inferred",
            "in_loop": False,
            "cause": None,
            "on_behalf_of": "billing",
            "chain": [
                {"path": "billing/tasks.py", "line": 50, "function": "billing.tasks.retry"},
                {"path": "books/saving.py", "line": 3, "function": "books.saving.store"},
            ],
            "because": "",
        }
    ]


def test_joins_and_causes_have_exactly_the_published_keys():
    rows = {(row["path"], row["line"]): row for row in report_of(a_bookshop())["accesses"]}
    assert rows["orders/views.py", 10]["joins"] == [{"table": "auth_user", "through": "lookup", "class": "filter"}]
    assert rows["orders/views.py", 30]["cause"] == {"path": "billing/models.py", "line": 7}


def test_a_shared_table_says_what_to_move():
    row = report_of(a_bookshop())["shared_tables"][1]
    assert (row["table"], row["owner"], row["suggested_owner"], row["writer"]) == (
        "orders_order",
        "orders",
        "orders",
        "orders",
    )
    assert row["moves"][1] == {
        "service": None,
        "app": None,
        "sites": 1,
        "evidence": [{"path": "scripts/import.py", "line": 9}],
    }
    assert row["sites_to_move"] == 3


def test_the_resolution_is_rounded():
    assert report_of(a_bookshop())["resolution"] == {
        "query_sites": 12,
        "resolved": 11,
        "rate": 0.9167,
        "reasons": [{"kind": "unknown-receiver", "count": 1}],
    }
    assert report_of(an_analysis())["resolution"]["rate"] == 1.0


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
        accesses = [
            an_access("update a_a", app=None),
            an_access("update", app=None),
            an_access("update a_a", app=None, cause=Evidence("a", 1)),
            an_access("update a_a", on_behalf_of="b"),
            an_access("read b_b", columns=["x"]),
        ][::step]
        return json_report(an_analysis(catalog, blind_spots=spots, accesses=accesses))

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
