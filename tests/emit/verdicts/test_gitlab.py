"""GitLab's Code Quality report."""

import json

import jsonschema
import pytest

from cutpoint.emit.verdicts.gitlab import verdict_gitlab
from tests.support.odd_texts import harmless, odd_texts
from tests.support.verdicts import a_finding, a_hostile_verdict, a_red_verdict, a_verdict, an_empty_verdict

# The fields that GitLab's documentation asks for.
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def issues_of(verdict, **options):
    text = verdict_gitlab(verdict, **options)
    assert harmless(text)
    issues = json.loads(text)
    jsonschema.validate(issues, SCHEMA)
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    return issues


def test_an_empty_verdict_is_an_empty_list():
    assert issues_of(an_empty_verdict()) == []


def test_new_ones_are_severe_and_accepted_ones_are_info():
    issues = issues_of(a_red_verdict(), prefix="backend")
    assert [(issue["location"]["lines"]["begin"], issue["severity"]) for issue in issues] == [
        (80, "info"),
        (7, "minor"),
        (70, "major"),
        (115, "info"),
        (110, "major"),
        (100, "info"),
        (41, "info"),
        (52, "major"),
        (90, "info"),
    ]
    assert issues[2]["location"]["path"] == "backend/payments/tasks.py"
    assert issues[2]["check_name"] == "cross-write"
    assert issues[2]["description"].startswith("Deletes orders_order. ")


def test_that_the_run_is_incomplete_stands_first():
    lost = ("a\x1b.py: the process that read it ended by SIGKILL", "b.py: gone")
    issues = issues_of(a_red_verdict(unread=lost, is_complete=False), prefix="backend")
    assert issues[0] == {
        "description": "This is incomplete: not read, so not judged: a\\x1b.py: the process that read it ended by SIGKILL; b.py: gone",
        "check_name": "incomplete",
        "fingerprint": "incomplete",
        "severity": "blocker",
        "location": {"path": "backend", "lines": {"begin": 1, "end": 1}},
    }
    assert issues[1:] == issues_of(a_red_verdict(), prefix="backend")


def test_line_zero_is_the_first():
    assert issues_of(a_verdict([a_finding(line=0)]))[0]["location"]["lines"] == {"begin": 1, "end": 1}


@pytest.mark.parametrize("text", odd_texts())
def test_odd_texts(text):
    issues = issues_of(a_hostile_verdict(text or "x"))
    shown = (text or "x").encode("utf-8", "backslashreplace").decode()
    assert [issue["location"]["path"] for issue in issues] == [shown] * 4
