"""The page as text: one file that asks for nothing, the same bytes each time, and only what it says it has."""

import base64
import hashlib
import json
import re
import tomllib
from pathlib import Path

import msgspec
import pytest

import cutpoint
from cutpoint.domain.gate import Gate
from cutpoint.domain.service import Service
from cutpoint.emit.html.assets import LIBRARY_SHA384, library, script, stylesheet
from cutpoint.judging import on_disk
from cutpoint.relate.services import services_of
from tests.support.bookshop import a_bookshop, a_hostile_monolith
from tests.support.builders import a_catalog, an_analysis, an_app
from tests.support.odd_texts import odd_texts
from tests.support.pages import page_text

ASSETS = Path(cutpoint.__file__).parent / "emit/html/assets"
MOST_BYTES = 700_000
"""Of the page without its data."""


def data_of(text):
    (data,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)
    return json.loads(data)


def test_the_library_is_the_one_that_was_published():
    assert base64.b64encode(hashlib.sha384(library().encode()).digest()).decode() == LIBRARY_SHA384
    assert "Permission is hereby granted" in (ASSETS.parent / "vendor/cytoscape.LICENSE").read_text("utf-8")


def test_the_policy_lets_nothing_run_but_what_is_there():
    text = page_text(a_bookshop())
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    (style,) = re.findall(r"<style[^>]*>(.*?)</style>", text, re.DOTALL)
    for content in (*scripts, style):
        assert f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'" in policy
    assert len(scripts) == 2
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy


def test_it_asks_for_nothing():
    text = page_text(a_bookshop())
    head = text.partition('id="data"')[0]
    assert not re.search(r"<(?:link|img|iframe|object|embed|base)\b|\bsrc=|@import|url\(", head)
    assert not re.search(
        r"\b(?:fetch|XMLHttpRequest|WebSocket|importScripts|eval|innerHTML|insertAdjacentHTML|document\.write)\b",
        script(),
    )
    assert "url(" not in stylesheet()


def test_it_is_as_small_as_it_promises():
    assert len(page_text(an_analysis()).encode()) < MOST_BYTES


def test_the_same_chart_gives_the_same_bytes():
    assert page_text(a_bookshop()) == page_text(a_bookshop())


@pytest.mark.parametrize("analysis", [an_analysis(), an_analysis(a_catalog(apps=[an_app("only")])), a_bookshop()])
def test_every_text_is_in_it_once_and_every_number_leads_to_one(analysis):
    data = data_of(page_text(analysis))
    assert data["strings"][0] == ""
    assert len(set(data["strings"])) == len(data["strings"])
    lengths = [len(column) for column in data["accesses"].values()]
    assert set(lengths) == {len(analysis.accesses)}


def test_hostile_names_end_nothing():
    text = page_text(a_hostile_monolith())
    assert text.count("<script") == text.count("</script>") == 3
    for odd in odd_texts():
        named = a_catalog(apps=[an_app(f"a{odd}", name=odd)])
        page = page_text(an_analysis(named))
        assert page.count("<script") == page.count("</script>") == 3
        assert any(
            label.startswith("a") for label in (data_of(page)["strings"][at] for at in data_of(page)["apps"]["label"])
        )


def test_source_is_left_out_when_it_is_asked_for(tmp_path):
    (tmp_path / "orders").mkdir()
    (tmp_path / "orders/views.py").write_text("\n" * 9 + "\tshow(secret_of_the_house)\n", "utf-8")
    analysis = a_bookshop()
    assert "    show(secret_of_the_house)" in page_text(analysis, content_of=on_disk(str(tmp_path)))
    assert "secret_of_the_house" not in page_text(analysis)


def test_nobody_is_told_where_the_project_lies():
    assert "/somewhere/" not in page_text(a_bookshop())
    assert "/somewhere/bookshop" in page_text(a_bookshop(), link="vscode://file/{root}/{path}:{line}")


def test_services_are_what_the_map_opens_with():
    analysis = a_bookshop()
    services = services_of(analysis.catalog, Gate(services=(Service("money", ("billing", "orders")),)))
    data = data_of(page_text(analysis, services))
    rows = {data["strings"][number] for row in data["layouts"]["map"]["rows"] for number in row}
    assert "service:money" in rows
    assert not [each for each in rows if each.startswith("app:")]


def test_what_changed_since_a_revision_is_told():
    now = a_bookshop()
    then = msgspec.structs.replace(now, accesses=now.accesses[:3], shared_tables=())
    data = data_of(page_text(now, past=("v1", then, None)))["compare"]
    strings = data_of(page_text(now, past=("v1", then, None)))["strings"]
    lines = [
        (of, kind, strings[source], strings[target], before, after)
        for of, kind, source, target, before, after in data["lines"]
    ]
    assert ("queries", "write", "orders", "billing", 0, 1) in lines
    assert [strings[each] for each in data["shared"]["new"]] == [table.table for table in now.shared_tables]
    assert not data["models"]["new"]


def test_modules_of_the_page_are_short_and_say_what_they_are():
    for path in sorted(ASSETS.rglob("*.js")):
        lines = path.read_text("utf-8").splitlines()
        assert lines[0].startswith("// "), path.name
        assert len(lines) <= 300, path.name


def test_every_module_is_in_the_page():
    text = script()
    for path in sorted(ASSETS.rglob("*.js")):
        name = str(path.relative_to(ASSETS)).removesuffix(".js")
        assert f"const ${re.sub(r'[^a-z]', '_', name)} = " in text, name
    assert not re.search(r"^(?:import|export) ", text, re.MULTILINE)


def test_every_factor_has_its_module():
    from cutpoint.score.scoring import factor_files

    names = {path.stem.replace("_", "-") for path in (ASSETS / "factors").glob("*.js")}
    assert names == {file.NAME for file in factor_files()}


def test_the_page_is_packaged():
    project = tomllib.loads((Path(cutpoint.__file__).parents[1] / "pyproject.toml").read_text("utf-8"))
    assert project["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == ["cutpoint"]
