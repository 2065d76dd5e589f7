"""`cutpoint schema` prints what `emit` made."""

import json

from cutpoint.emit.json_report import json_schema
from cutpoint.emit.verdicts.verdict_json import verdict_schema
from tests.support.commands import run


def test_prints_the_schema(capfd):
    done = run(capfd, "schema")
    assert (done.code, done.out, done.err) == (0, json_schema(), "")


def test_writes_a_file(capfd, tmp_path):
    assert run(capfd, "schema", "-q", "-o", tmp_path / "schema.json").err == ""
    assert json.loads((tmp_path / "schema.json").read_text())["title"] == "cutpoint report"


def test_prints_the_schema_of_a_verdict(capfd):
    done = run(capfd, "schema", "verdict")
    assert (done.code, done.out, done.err) == (0, verdict_schema(), "")
