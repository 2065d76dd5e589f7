"""Generated pages say what the code says, examples run, and every page keeps to one sentence per line."""

import importlib
import json
import re
import sys
from pathlib import Path

import pytest

import cutpoint
from tests.support.commands import run

CHECKOUT = Path(cutpoint.__file__).parent.parent
DOCS = CHECKOUT / "docs"
PROSE = sorted(path for path in [CHECKOUT / "README.md", *DOCS.glob("**/*.md")])
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.fixture(scope="module")
def generate():
    before = list(sys.path)
    sys.path.insert(0, str(DOCS))
    yield importlib.import_module("generate")
    sys.path[:] = before


def test_generated_pages_say_what_the_code_says(generate):
    stale = [
        str(path.relative_to(CHECKOUT)) for path, text in generate.pages().items() if path.read_text("utf-8") != text
    ]
    assert not stale, "python docs/generate.py writes them anew"


def test_the_blind_spots_of_the_fixtures_have_a_meaning(generate):
    reports = [json.loads(file.read_bytes()) for file in CHECKOUT.glob("fixtures/*/expected/analyze*.json")]
    known = {*generate.words.BLIND_SPOTS, *(f"query-{reason}" for reason in generate.words.QUERY_REASONS)}
    assert {spot["kind"] for report in reports for spot in report["blind_spots"]} <= known


def test_the_mechanisms_of_the_fixtures_have_a_meaning(generate):
    reports = [json.loads(file.read_bytes()) for file in CHECKOUT.glob("fixtures/*/expected/analyze*.json")]
    assert {access["via"] for report in reports for access in report.get("accesses", ())} <= set(generate.words.VIAS)


def test_keys_of_the_report_that_are_explained_exist(generate):
    schema = json.loads(generate.json_schema())["$defs"]
    keys = {f"{name}.{key}" for name, definition in schema.items() for key in definition.get("properties", ())}
    assert set(generate.words.REPORT_KEYS) <= keys


def test_keys_of_the_verdict_that_are_explained_exist(generate):
    schema = json.loads(generate.verdict_schema())["$defs"]
    keys = {f"{name}.{key}" for name, definition in schema.items() for key in definition.get("properties", ())}
    assert set(generate.words.VERDICT_KEYS) <= keys


def pages(paths):
    return pytest.mark.parametrize("page", paths, ids=[str(path.relative_to(CHECKOUT)) for path in paths])


@pages(PROSE)
def test_commands_that_are_shown_exist(page):
    reference = (DOCS / "reference" / "command-line.md").read_text("utf-8")
    for _, code in FENCE.findall(page.read_text("utf-8")):
        for line in re.findall(r"^\$ (?:\S*/)?cutpoint (.*)$", code, re.MULTILINE):
            command, *words = line.split()
            # Of a group (`baseline create`) the first two words are the command's name.
            assert f"## cutpoint {command}\n" in reference or f"## cutpoint {command} {words[0]}\n" in reference
            assert all(f"`{word}`" in reference for word in words if word.startswith("-"))


@pages([page for page in PROSE if page.parent != DOCS / "reference"])
def test_one_sentence_per_line(page):
    text = FENCE.sub("", page.read_text("utf-8"))
    crowded = [
        line for line in text.splitlines() if not line.startswith("|") and re.search(r"[a-z`)][.!?] [A-Z]", line)
    ]
    assert not crowded


def test_the_code_of_the_tutorial_runs(capfd, tmp_path, monkeypatch):
    report = tmp_path / "cutpoint.json"
    assert run(capfd, "analyze", CHECKOUT / "fixtures" / "bookshop", "--format", "json", "--output", report).code == 0
    monkeypatch.chdir(tmp_path)
    blocks = [
        code
        for language, code in FENCE.findall((DOCS / "tutorial/first-look.md").read_text("utf-8"))
        if language == "python"
    ]
    assert blocks
    for code in blocks:
        exec(compile(code, "first-look.md", "exec"), {})
    assert "orders.Order customer PROTECT" in capfd.readouterr().out.splitlines()


def test_the_changelog_has_every_fragment():
    changelog = (CHECKOUT / "CHANGELOG.md").read_text("utf-8")
    fragments = [file for file in (DOCS / "changes").glob("*.md") if file.name != "README.md"]
    for fragment in fragments:
        assert re.fullmatch(r"\d{4}-[a-z0-9-]+\.md", fragment.name)
        missing = [line for line in fragment.read_text("utf-8").splitlines() if line and line not in changelog]
        assert not missing


@pages(sorted((DOCS / "decisions").glob("*.md")))
def test_a_decision_has_context_choice_and_cost(page):
    text = page.read_text("utf-8")
    assert all(f"**{part}.**" in text for part in ("Context", "Choice", "Cost"))
    assert len(text.splitlines()) <= 40
