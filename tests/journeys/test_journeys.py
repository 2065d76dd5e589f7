"""What a user sees, command by command: (fixture, command, exit code), stdout as it lies in the fixture's `expected/`.

After a wanted change of the output, `CUTPOINT_REFRESH_EXPECTED=1 pytest tests/journeys/test_journeys.py` writes the files
anew; read the difference like prose before it is committed.
"""

import os
import re
from pathlib import Path

import jsonschema
import msgspec
import pytest

from tests.support.commands import run, start

FIXTURES = Path(__file__).parents[2] / "fixtures"
REFRESHES = bool(os.environ.get("CUTPOINT_REFRESH_EXPECTED"))

OK, BROKEN, USAGE, INCOMPLETE = 0, 1, 2, 3

# (fixture, command with {} for the fixture, exit code, file in expected/)
JOURNEYS = [
    ("bookshop", "analyze {}", OK, "analyze.txt"),
    ("bookshop", "analyze {} --verbose", OK, "analyze-verbose.txt"),
    ("bookshop", "analyze {} --quiet", OK, "analyze-quiet.txt"),
    ("bookshop", "analyze {} --format markdown", OK, "analyze.md"),
    ("bookshop", "analyze {} --format json", OK, "analyze.json"),
    ("bookshop", "analyze {} --settings bookshop.settings.production --quiet", OK, "analyze-production.txt"),
    ("bookshop", "doctor {}", OK, "doctor.txt"),
    ("bookshop", "doctor {} --format markdown", OK, "doctor.md"),
    ("bookshop", "init {} --print", OK, "init.txt"),
    ("bookshop", "who-writes shop_order {}", OK, "who-writes.txt"),
    ("bookshop", "who-writes catalog.Product {} --verbose", OK, "who-writes-verbose.txt"),
    ("bookshop", "who-writes Authorship {} --format json", OK, "who-writes.json"),
    ("bookshop", "who-writes sales_by_book {}", OK, "who-writes-nobody.txt"),
    ("bookshop", "who-writes orders_order {}", USAGE, None),
    ("bookshop", "who-reads orders.OrderLine {}", OK, "who-reads.txt"),
    ("bookshop", "who-reads customers_user {} --certainty proved", OK, "who-reads-proved.txt"),
    ("bookshop", "explain billing orders {}", OK, "explain-apps.txt"),
    ("bookshop", "explain catalog delivery {}", OK, "explain-strangers.txt"),
    ("bookshop", "explain billing/services.py:11 {}", OK, "explain-helper.txt"),
    ("bookshop", "explain reviews/views.py:18 {}", OK, "explain-sql.txt"),
    ("bookshop", "explain catalog/stock.py:1 {}", OK, "explain-nothing.txt"),
    ("bookshop", "trace orders/checkout/ --project {}", OK, "trace-url.txt"),
    ("bookshop", "trace import_books --project {} --format json", OK, "trace-command.json"),
    ("bookshop", "trace orders/chekout/ --project {}", USAGE, None),
    ("bookshop", "cuts list {}", OK, "cuts-list.txt"),
    ("bookshop", "cuts list {} --format json", OK, "cuts-list.json"),
    ("bookshop", "cuts find {} --take orders.Order --keep catalog.Book", OK, "cuts-find.txt"),
    ("bookshop", "cuts find {} --take orders.Order --keep catalog.Book --format json", OK, "cuts-find.json"),
    ("bookshop", "cuts find {} --take orders.Ordre", USAGE, None),
    ("bookshop", "cuts show billing --project {}", OK, "cuts-show.txt"),
    ("bookshop", "cuts compare billing orders --project {}", OK, "cuts-compare.txt"),
    ("bookshop", "progress {} --cut delivery", OK, "progress.txt"),
    ("bookshop", "progress {} --cut delivery --step joins", BROKEN, "progress-joins.txt"),
    ("bookshop", "progress {} --cut delivery --format json", OK, "progress.json"),
    ("bookshop", "progress {} --cut delivery --step jions", USAGE, None),
    ("bookshop-apart", "progress {} --cut delivery", OK, "progress.txt"),
    ("bookshop-apart", "progress {} --cut delivery --step joins", OK, "progress-joins.txt"),
    ("bookshop", "what-if --move orders.OrderLine=billing --project {}", OK, "what-if.txt"),
    ("bookshop", "what-if --move orders.OrderLine=billing --project {} --format json", OK, "what-if.json"),
    ("bookshop", "graph {}", OK, "graph.txt"),
    ("bookshop", "graph {} --only writes --format mermaid", OK, "graph.mermaid"),
    ("bookshop", "graph {} --of models --level model --focus orders.Order --format dot", OK, "graph-models.dot"),
    ("bookshop", "graph {} --of cut --cut billing --level model", OK, "graph-cut.txt"),
    ("bookshop", "graph {} --focus biling", USAGE, None),
    ("reusable-app", "analyze {}", OK, "analyze.txt"),
    ("reusable-app", "analyze {} --format json", OK, "analyze.json"),
    ("reusable-app", "doctor {}", OK, "doctor.txt"),
    ("monorepo", "analyze {}", USAGE, None),
    ("monorepo", "doctor {}", USAGE, None),
    ("monorepo", "analyze {} --root backend", OK, "analyze-backend.txt"),
    ("monorepo", "analyze {} --root backend --format json", OK, "analyze-backend.json"),
    ("monorepo", "analyze {} --root office --format json", OK, "analyze-office.json"),
    ("monorepo", "doctor {} --root backend", OK, "doctor-backend.txt"),
    ("settings-maze", "analyze {}", OK, "analyze.txt"),
    ("settings-maze", "analyze {} --format json", OK, "analyze.json"),
    ("settings-maze", "doctor {} --verbose", OK, "doctor-verbose.txt"),
    ("settings-maze", "who-reads maze.Nobody {}", USAGE, None),
    ("canary", "doctor {}", OK, "doctor.txt"),
    ("canary", "analyze {} --format json", OK, "analyze.json"),
]


@pytest.mark.parametrize(
    ("fixture", "command", "code", "expected"), JOURNEYS, ids=[row[1].format(row[0]) for row in JOURNEYS]
)
def test_output_is_as_expected(capfd, monkeypatch, fixture, command, code, expected):
    monkeypatch.chdir(FIXTURES)
    done = run(capfd, *command.format(fixture).split())
    assert done.code == code, done.err
    if expected is None:
        assert not done.out
        return
    assert not done.err
    file = FIXTURES / fixture / "expected" / expected
    if REFRESHES:
        file.parent.mkdir(exist_ok=True)
        file.write_text(done.out, "utf-8")
    own = (FIXTURES / fixture / "django").exists()
    read = file.read_text("utf-8")
    assert comparable(done.out, expected, brings_django=own) == comparable(read, expected, brings_django=own)


@pytest.mark.parametrize("command", ["analyze bookshop", "cuts list bookshop", "graph bookshop --focus biling"])
def test_a_process_of_its_own_says_the_same(capfd, monkeypatch, command):
    monkeypatch.chdir(FIXTURES)
    assert start(*command.split(), cwd=FIXTURES) == run(capfd, *command.split())


def comparable(text, name, *, brings_django):
    """All of *text*; of JSON without the lines that say what is theirs, for that is as the installed Django has it.

    Of its version the series remains, unless the fixture brings a Django of its own.
    """
    if not name.endswith(".json"):
        return text
    text = re.sub(
        r'"analyzed_with":\{"python":"[^"]+","django":"[^"]+",("packages":\[[^]]*\])\}', r'"analyzed_with":{\1}', text
    )
    if not brings_django:
        text = re.sub(r'"django":"(\d+\.\d+)\.[^"]+"', r'"django":"\1"', text)
    theirs = ('"ours":false', '"bucket":"framework"')
    return [line.rstrip(",") for line in text.splitlines() if not any(mark in line for mark in theirs)]


@pytest.mark.skipif(REFRESHES, reason="files are being written anew, in any order")
def test_every_expected_file_belongs_to_a_journey():
    known = {FIXTURES / fixture / "expected" / expected for fixture, _, _, expected in JOURNEYS if expected}
    assert set(FIXTURES.glob("*/expected/*")) == known


def test_the_monorepo_names_its_roots(capfd):
    done = run(capfd, "analyze", FIXTURES / "monorepo")
    assert done.code == USAGE
    assert "--root backend" in done.err
    assert "--root office" in done.err


@pytest.mark.parametrize(("what", "pattern"), [("cuts", "cuts-*.json"), ("difference", "what-if.json")])
def test_cuts_keep_to_the_published_schema(capfd, what, pattern):
    schema = msgspec.json.decode(run(capfd, "schema", what).out)
    files = sorted(FIXTURES.glob(f"*/expected/{pattern}"))
    assert files
    for file in files:
        jsonschema.validate(msgspec.json.decode(file.read_bytes()), schema)


@pytest.mark.parametrize(
    "file", sorted(FIXTURES.glob("*/expected/analyze*.json")), ids=lambda file: f"{file.parts[-3]}/{file.name}"
)
def test_reports_keep_to_the_published_schema(capfd, file):
    schema = msgspec.json.decode(run(capfd, "schema").out)
    jsonschema.validate(msgspec.json.decode(file.read_bytes()), schema)
