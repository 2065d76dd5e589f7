"""`cutpoint schema` prints what `emit` made."""

import json

import pytest

from cutpoint.emit.cuts.cuts_json import cuts_schema
from cutpoint.emit.cuts.difference_page import difference_schema
from cutpoint.emit.json_report import json_schema
from cutpoint.emit.proposal.parts.boundary_json import boundary_schema
from cutpoint.emit.verdicts.verdict_json import verdict_schema
from tests.support.commands import run


def test_prints_the_schema(capfd):
    done = run(capfd, "schema")
    assert (done.code, done.out, done.err) == (0, json_schema(), "")


def test_writes_a_file(capfd, tmp_path):
    assert run(capfd, "schema", "-q", "-o", tmp_path / "schema.json").err == ""
    assert json.loads((tmp_path / "schema.json").read_text())["title"] == "cutpoint report"


@pytest.mark.parametrize(
    ("what", "schema"),
    [
        ("verdict", verdict_schema),
        ("cuts", cuts_schema),
        ("difference", difference_schema),
        ("boundary", boundary_schema),
    ],
)
def test_prints_the_schema_of_what_is_asked_for(capfd, what, schema):
    done = run(capfd, "schema", what)
    assert (done.code, done.out, done.err) == (0, schema(), "")
