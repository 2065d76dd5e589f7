"""The verdict that machines read: its keys, its schema, its bytes."""

import json

import jsonschema
import pytest

from cutpoint.emit.verdicts.verdict_json import verdict_json, verdict_schema
from tests.support.odd_texts import harmless, odd_texts
from tests.support.verdicts import a_big_verdict, a_hostile_verdict, a_red_verdict, an_empty_verdict

KEYS = [
    "schema_version",
    "tool",
    "exit_code",
    "complete",
    "doubts",
    "against",
    "name",
    "is_whole",
    "allow_stale",
    "allow_unread",
    "counts",
    "rules",
    "new",
    "newly_seen",
    "moved",
    "gone",
    "expired",
    "new_blind_spots",
    "tallies",
    "unread",
    "notes",
    "findings",
]


@pytest.mark.parametrize("verdict", [an_empty_verdict(), a_red_verdict(), a_hostile_verdict("x")])
def test_is_what_the_schema_says(verdict):
    found = json.loads(verdict_json(verdict))
    assert list(found) == KEYS
    jsonschema.Draft202012Validator(json.loads(verdict_schema())).validate(found)


def test_the_schema_refuses_something():
    found = json.loads(verdict_json(a_red_verdict()))
    found["findings"][0]["line"] = "7"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(json.loads(verdict_schema())).validate(found)


def test_counts_add_up():
    found = json.loads(verdict_json(a_red_verdict()))
    assert {row["state"]: row["count"] for row in found["counts"]} == {
        "new": 4,
        "expired": 1,
        "newly-seen": 1,
        "moved": 1,
        "accepted": 2,
        "suppressed": 1,
    }
    assert sum(row["count"] for row in found["new"]) == 4
    assert found["exit_code"] == 1
    assert found["gone"][1]["reason"] == "until the sync is gone"


@pytest.mark.parametrize("text", odd_texts())
def test_odd_texts_come_back(text):
    written = verdict_json(a_hostile_verdict(text))
    assert harmless(written)
    found = json.loads(written)
    shown = text.encode("utf-8", "backslashreplace").decode()
    assert {finding["path"] for finding in found["findings"]} == {shown}
    assert found["unread"] == [shown] == found["notes"]


def test_same_bytes():
    assert verdict_json(a_red_verdict()) == verdict_json(a_red_verdict())


def test_fifty_thousand_findings():
    assert len(json.loads(verdict_json(a_big_verdict()))["findings"]) == 50_000
