"""A run that lost something on the way: each command says so in each of its formats, and `--strict` ends with 3."""

import json
from functools import cache
from pathlib import Path

import msgspec
import pytest

from cutpoint.config import Asked, load_options
from cutpoint.domain.source import BlindSpot
from cutpoint.pipeline import analyze
from tests.support.commands import run

BOOKSHOP = Path(__file__).parents[2] / "fixtures" / "bookshop"
LOST = BlindSpot("catalog/lost\x1b.py", 0, "worker-crash", "the process that read it ended by SIGKILL")
PACKAGE = BlindSpot("lib/models.py", 0, "unreadable", "Permission denied")
COMMANDS = {
    ("analyze", BOOKSHOP): "text json markdown",
    ("analyze", BOOKSHOP, "--output", "-"): "html",
    ("who-writes", "Authorship", BOOKSHOP): "text json",
    ("who-reads", "Authorship", BOOKSHOP): "text json",
    ("explain", "orders", "catalog", BOOKSHOP): "text json",
    ("explain", "orders/models.py:1", BOOKSHOP): "text json",
    ("graph", BOOKSHOP): "text json dot mermaid graphml csv",
    ("graph", BOOKSHOP, "--output", "-"): "html",
    ("trace", "import_books", "--project", BOOKSHOP): "text json",
    ("cuts", "list", BOOKSHOP): "text json",
    ("cuts", "find", BOOKSHOP, "--take", "orders.Order", "--keep", "catalog.Book"): "text json",
    ("cuts", "show", "delivery", "--project", BOOKSHOP): "text json",
    ("cuts", "compare", "delivery", "orders", "--project", BOOKSHOP): "text json",
    ("what-if", "--move", "orders.OrderLine=billing", "--project", BOOKSHOP): "text json",
    ("progress", BOOKSHOP, "--cut", "delivery"): "text json",
    ("doctor", BOOKSHOP): "text markdown",
}
CASES = [(command, each) for command, formats in COMMANDS.items() for each in formats.split()]
# A table of numbers has no room for a sentence.
SILENT = {"csv"}


@cache
def bookshop():
    return analyze(load_options(str(BOOKSHOP), Asked(use_cache=False)))


@pytest.fixture
def lost(analyzed):
    """Lets each run lose what is given to it."""

    def lose(*spots):
        whole = bookshop()
        analyzed.result = msgspec.structs.replace(whole, blind_spots=tuple(sorted((*whole.blind_spots, *spots))))

    return lose


def says_so(out: str, report_format: str) -> bool:
    if report_format == "json":
        return json.loads(out)["complete"] is False
    if report_format == "graphml":
        return '<data key="graph-complete">false</data>' in out
    return "incomplete" in out


@pytest.mark.parametrize(("command", "report_format"), CASES)
def test_what_was_lost_is_said(capfd, lost, command, report_format):
    lost(LOST, PACKAGE)
    done = run(capfd, *command, "--format", report_format)
    assert done.code == 0
    assert says_so(done.out, report_format) is (report_format not in SILENT)
    assert done.err == (
        "cutpoint: This is incomplete: 2 files or folders were lost on the way, catalog/lost\\x1b.py "
        "(the process that read it ended by SIGKILL) and 1 more. What it holds is missing here, and may make other "
        "things wrong: run it again, or leave it out with --exclude.\n"
    )


@pytest.mark.parametrize(("command", "report_format"), CASES)
def test_strict_refuses_what_was_lost(capfd, lost, command, report_format):
    lost(PACKAGE)
    done = run(capfd, *command, "--format", report_format, "--strict")
    assert done.code == 3
    assert says_so(done.out, report_format) is (report_format not in SILENT)
    assert "1 file could not be read or parsed (first lib/models.py: Permission denied)" in done.err


@pytest.mark.parametrize(("command", "report_format"), CASES)
def test_a_whole_run_says_nothing_of_it(capfd, lost, command, report_format):
    # Blind spots, and a fault of ours at one function of a file that was read, are no losses.
    lost(BlindSpot("catalog/models.py", 3, "internal-error", "a bug"), BlindSpot("x.py", 0, "too-large", "as it is"))
    done = run(capfd, *command, "--format", report_format, "--strict")
    assert (done.code, done.err) == (0, "")
    assert not says_so(done.out, report_format)


def test_a_proposal_says_what_was_lost(capfd, lost, tmp_path):
    lost(LOST)
    command = ("propose", BOOKSHOP, "--cut", "delivery", "--output", tmp_path / "there", "--strict")
    done = run(capfd, *command)
    assert (done.code, "This is incomplete" in done.out) == (3, True)
    assert json.loads((tmp_path / "there" / "boundary.json").read_text())["complete"] is False
    assert "This is incomplete" in (tmp_path / "there" / "README.md").read_text()
    lost()
    done = run(capfd, *command)
    assert (done.code, "incomplete" in done.out) == (0, False)
    assert json.loads((tmp_path / "there" / "boundary.json").read_text())["complete"] is True
    assert "This is incomplete" not in (tmp_path / "there" / "README.md").read_text()
