"""The same numbers wherever they are printed: first screen, whole report, headline, JSON, on every fixture."""

import json
import re

import pytest

from cutpoint import analyze
from cutpoint.cli.views import Judged
from cutpoint.config import Asked, load_options
from cutpoint.emit.first_screen import first_screen
from cutpoint.emit.json_report import json_report
from cutpoint.emit.terminal_page import plain_page
from cutpoint.emit.text_report import text_headline, text_report
from tests.house.test_words import CHECKOUT

FIXTURES = ("bookshop", "bookshop-apart", "canary", "monorepo/backend", "reusable-app", "settings-maze")


@pytest.fixture(scope="module", params=FIXTURES)
def told(request, tmp_path_factory):
    """What every output says of one fixture."""
    folder = str(CHECKOUT / "fixtures" / request.param)
    analysis = analyze(load_options(folder, Asked(cache_dir=str(tmp_path_factory.mktemp("cache")), workers=1)))
    judged = Judged(folder, analysis)
    summary = judged.summary
    return {
        "summary": summary,
        "screen": plain_page(first_screen(analysis, summary, typed=".", width=200), 200),
        "full": " ".join(text_report(analysis, width=200).split()),
        "headline": text_headline(analysis),
        "json": json.loads(json_report(analysis, summary=summary, cut_points=judged.listed.cut_points)),
    }


def number(pattern, text):
    """The number before the words of *pattern*; 0 where they don't stand."""
    found = re.search(rf"([\d,]+) {pattern}", text)
    return int(found[1].replace(",", "")) if found else 0


def test_apps_models_and_tables(told):
    summary = told["summary"]
    ours = [model for model in told["json"]["models"] if model["ours"]]
    counted = [model for model in ours if not model["abstract"] and not model["auto_created"]]
    apps = sum(app["ours"] for app in told["json"]["apps"])
    assert (summary.apps, summary.models) == (apps, len(counted))
    for text, app in (
        (told["screen"], "app"),
        (told["full"], "first-party app"),
        (told["headline"], "first-party app"),
    ):
        assert number(f"{app}s?\\b", text) == apps
        assert number("models?\\b", text) == len(counted)
        assert number("tables?\\b", text) == summary.tables


def test_shared_tables(told):
    shared = told["summary"].shared_tables
    every = shared.count + shared.histories + shared.helpers
    assert number("shared tables?", told["headline"]) == every
    assert number("shared tables?", told["full"]) == every
    owned = {table["name"] for table in told["json"]["tables"] if table["bucket"] == "own"}
    assert len([table for table in told["json"]["shared_tables"] if table["table"] in owned]) == every
    if shared.count:
        assert f"Shared tables: {shared.count:,} of {told['summary'].tables:,}" in told["screen"]


def test_direct_and_implicit_places(told):
    written: dict[str, set[tuple[str, int]]] = {}
    for access in told["json"]["accesses"]:
        if access["action"] != "read" and access["certainty"] != "possible":
            written.setdefault(access["table"], set()).add((access["path"], access["line"]))
    for table in told["summary"].shared_tables.first:
        assert table.direct + table.implicit == len(written[table.table])
        assert f"{table.direct:,} direct" in told["screen"] or not table.direct


def test_the_best_cut(told):
    best, listed = told["summary"].best_cut, told["json"]["cut_points"]
    good = [point for point in listed if point["verdict"] in {"clean", "worth-it"}]
    if best is None:
        assert told["summary"].models == 0 or told["summary"].no_cut in told["screen"]
        return
    point = next(point for point in good if point["id"] == best.id)
    assert (point["score"], len(point["models"])) == (best.score, best.models)
    assert point["seam"]["transactions"] == best.transactions
    for item in best.work:
        of_kind = {
            tuple(place.values()) for each in point["bill"] if each["kind"] == item.kind for place in each["evidence"]
        }
        assert 0 < item.places <= len(of_kind)


def test_writes_seen(told):
    seen = told["json"]["coverage"]["writes"]["seen"]
    if told["summary"].writes_seen is not None:
        assert told["summary"].writes_seen == seen
        assert f"about {int(seen * 100)}% of writes" in told["screen"]
