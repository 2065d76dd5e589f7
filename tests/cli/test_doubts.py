"""Apps that are guessed, settings and URLs that are known in part: each command says so in each of its formats, at the top."""

import json
from functools import cache
from pathlib import Path

import msgspec
import pytest

import cutpoint.revisions
from cutpoint.config import Asked, load_options
from cutpoint.domain.source import BlindSpot
from cutpoint.pipeline import analyze
from tests.support.commands import run

BOOKSHOP = Path(__file__).parents[2] / "fixtures" / "bookshop"
ANSWERS = "text json"
COMMANDS = {
    ("analyze", BOOKSHOP): "text json markdown",
    ("analyze", BOOKSHOP, "--quiet"): "text",
    ("analyze", BOOKSHOP, "--output", "-"): "html",
    ("who-writes", "Authorship", BOOKSHOP): ANSWERS,
    ("who-reads", "Authorship", BOOKSHOP): ANSWERS,
    ("explain", "orders", "catalog", BOOKSHOP): ANSWERS,
    ("explain", "orders/models.py:1", BOOKSHOP): ANSWERS,
    ("graph", BOOKSHOP): "text json dot mermaid graphml csv",
    ("graph", BOOKSHOP, "--of", "cut", "--cut", "delivery"): "text json dot mermaid graphml csv",
    ("graph", BOOKSHOP, "--output", "-"): "html",
    ("trace", "import_books", "--project", BOOKSHOP): ANSWERS,
    ("cuts", "list", BOOKSHOP): ANSWERS,
    ("cuts", "find", BOOKSHOP, "--take", "orders.Order", "--keep", "catalog.Book"): ANSWERS,
    ("cuts", "show", "delivery", "--project", BOOKSHOP): ANSWERS,
    ("cuts", "compare", "delivery", "orders", "--project", BOOKSHOP): ANSWERS,
    ("what-if", "--move", "orders.OrderLine=billing", "--project", BOOKSHOP): ANSWERS,
    ("progress", BOOKSHOP, "--cut", "delivery"): ANSWERS,
    ("doctor", BOOKSHOP): "text markdown",
    ("check", BOOKSHOP): "text json sarif github gitlab junit markdown",
    ("check", BOOKSHOP, "--since", "HEAD"): "text json sarif github gitlab junit markdown",
    ("check", BOOKSHOP, "--quiet"): "text",
    ("diff", "HEAD", BOOKSHOP): "text json markdown",
}
CASES = [(command, each) for command, formats in COMMANDS.items() for each in formats.split()]
UNREADABLE = BlindSpot("bookshop/settings/base.py", 7, "unreadable-setting", "an item of INSTALLED_APPS: \x1b[31m{x}")
AT_RUN_TIME = BlindSpot("bookshop/urls.py", 9, "urls-at-run-time", "URL patterns that are put together at run time")
GUESSED = "INSTALLED_APPS can't be read, so every package with models or an AppConfig counts as one"


@cache
def bookshop():
    return analyze(load_options(str(BOOKSHOP), Asked(use_cache=False)))


@pytest.fixture
def doubted(analyzed, monkeypatch):
    """Lets each run find what is given to it; earlier revisions are read without any doubt."""

    def doubt(*spots, apps_from="settings"):
        whole = bookshop()
        settings = msgspec.structs.replace(whole.catalog.settings, apps_from=apps_from)
        catalog = msgspec.structs.replace(whole.catalog, settings=settings)
        spots = tuple(sorted((*whole.blind_spots, *spots)))
        analyzed.result = msgspec.structs.replace(whole, catalog=catalog, blind_spots=spots)

    earlier(monkeypatch, bookshop())
    return doubt


def earlier(monkeypatch, analysis):
    """Let each earlier revision be *analysis*."""

    def analyze_revision(_options, _revision, progress, _note):
        progress("discover", 1, 1)
        return analysis

    monkeypatch.setattr(cutpoint.revisions, "analyze_revision", analyze_revision)


def at_the_top(out: str, report_format: str, words: str) -> bool:
    """Whether *words* stand before anything else is told."""
    if report_format == "json":
        return any(words in " ".join(map(str, each.values())) for each in json.loads(out)["doubts"])
    if report_format == "gitlab":
        return words in json.loads(out)[0]["description"]
    if report_format == "sarif":
        (invocation,) = json.loads(out)["runs"][0]["invocations"]
        return words in invocation["toolExecutionNotifications"][0]["message"]["text"]
    if report_format == "html":
        return words in out.partition('<p id="doubts" role="alert">')[2].partition("</p>")[0].replace("&#x27;", "'")
    flat = " ".join(out.replace("\\n", " ").replace("\\_", "_").replace("`", "").split())
    flat = flat.replace("#39;", "'").replace("#58;", ":").replace("%3A", ":").replace("&apos;", "'")
    return words in flat[:1_500]


@pytest.mark.parametrize(("command", "report_format"), CASES)
def test_guessed_apps_are_said(capfd, doubted, command, report_format):
    doubted(apps_from="folders")
    done = run(capfd, *command, "--format", report_format)
    assert done.code in {0, 1}
    title = "guessed apps" if command[0] == "analyze" and "--quiet" in command else "The apps are guessed"
    # A table of numbers has no room for a sentence: it is told beside it.
    assert at_the_top(done.err if report_format == "csv" else done.out, report_format, title)
    assert (f"cutpoint: The apps are guessed: {GUESSED}" in done.err) is (command[0] not in {"check", "diff"})


@pytest.mark.parametrize(("command", "report_format"), CASES)
def test_settings_that_are_known_in_part_are_said(capfd, doubted, command, report_format):
    doubted(UNREADABLE, AT_RUN_TIME)
    done = run(capfd, *command, "--format", report_format)
    assert done.code in {0, 1}
    assert "\x1b" not in done.out
    if report_format != "csv" and "--quiet" not in command[:3]:
        assert at_the_top(done.out, report_format, "The settings are known in part")


@pytest.mark.parametrize(("command", "report_format"), CASES)
def test_nothing_is_said_of_a_project_that_is_known(capfd, doubted, command, report_format):
    doubted()
    done = run(capfd, *command, "--format", report_format)
    assert "are guessed" not in done.out + done.err
    assert "known in part" not in done.out + done.err


def test_urls_that_are_known_in_part_concern_no_verdict_and_no_drawing(capfd, doubted):
    doubted(AT_RUN_TIME)
    words = "URL patterns are known in part: bookshop/urls.py:9"
    assert at_the_top(run(capfd, "analyze", BOOKSHOP).out, "text", words)
    for command in ("check", "graph"):
        assert "known in part" not in run(capfd, command, BOOKSHOP, "--format", "json").out


def test_a_baseline_says_what_it_was_made_of(capfd, doubted, tmp_path):
    doubted(apps_from="folders")
    folder = ("--baseline", tmp_path / "accepted")
    for command in ("create", "update", "prune"):
        done = run(capfd, "baseline", command, BOOKSHOP, *folder)
        assert (done.code, at_the_top(done.out, "text", "The apps are guessed")) == (0, True)


def test_a_proposal_says_so(capfd, doubted, tmp_path):
    doubted(apps_from="folders")
    there = tmp_path / "there"
    done = run(capfd, "propose", BOOKSHOP, "--cut", "delivery", "--output", there)
    assert (done.code, at_the_top(done.out, "text", "The apps are guessed")) == (0, True)
    assert at_the_top((there / "boundary.json").read_text(), "json", "The apps are guessed")
    assert at_the_top((there / "README.md").read_text(), "markdown", "The apps are guessed")


def test_what_it_is_compared_with_may_be_doubtful(capfd, doubted, analyzed, monkeypatch):
    doubted(apps_from="folders")
    guessed = analyzed.result
    doubted()
    earlier(monkeypatch, guessed)
    words = "In what this is compared with, the apps are guessed"
    for command in (("check", BOOKSHOP, "--since", "HEAD"), ("diff", "HEAD", BOOKSHOP)):
        assert at_the_top(run(capfd, *command).out, "text", words)
