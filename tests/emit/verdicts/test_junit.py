"""JUnit XML: parsed again."""

import xml.etree.ElementTree as ET

import pytest

from cutpoint.emit.verdicts.junit import verdict_junit
from tests.support.odd_texts import harmless, odd_texts
from tests.support.verdicts import a_big_verdict, a_green_verdict, a_hostile_verdict, a_red_verdict, an_empty_verdict


def suites_of(verdict, **options):
    text = verdict_junit(verdict, **options)
    assert harmless(text)
    root = ET.fromstring(text)
    assert root.tag == "testsuites"
    for suite in (root, *root):
        cases = [*suite.iter("testcase")]
        assert suite.get("tests") == str(len(cases))
        assert suite.get("failures") == str(sum(case.find("failure") is not None for case in cases))
        assert suite.get("errors") == str(sum(case.find("error") is not None for case in cases))
    return {suite.get("name"): {case.get("name"): case for case in suite} for suite in root}


def outcome(case):
    return next((child.tag for child in case if child.tag != "system-out"), "passed")


def test_an_empty_verdict_passes():
    suites = suites_of(an_empty_verdict())
    assert list(suites) == ["run"]
    assert {outcome(case) for case in suites["run"].values()} == {"passed"}


def test_green_has_a_case_for_each_pair_of_services():
    suites = suites_of(a_green_verdict())
    assert {name: list(cases) for name, cases in suites.items() if name != "run"} == {
        "cross-read": ["payments → orders"],
        "cross-write": ["payments → orders"],
    }
    assert suites["cross-write"]["payments → orders"].findtext("system-out") == "2 findings accepted or only noted"


def test_red_fails_where_something_fails_the_check():
    suites = suites_of(a_red_verdict(), prefix="backend")
    assert [outcome(case) for cases in suites.values() for case in cases.values()] == [
        "passed",
        "passed",
        "failure",
        "error",
        "failure",
        "passed",
    ]
    failure = suites["cross-write"]["payments → orders"].find("failure")
    assert failure.get("message") == "3 findings that fail the check"
    lines = failure.text.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("backend/payments/tasks.py:70: Deletes orders_order. ")


def test_a_case_is_never_endless():
    cases = suites_of(a_big_verdict())["cross-write"]
    assert len(cases) == 100
    lines = cases["s0 → t0"].find("failure").text.splitlines()
    assert len(lines) == 201
    assert lines[-1] == "300 more are left out here; --format json has all."


@pytest.mark.parametrize("text", odd_texts())
def test_odd_texts_are_well_formed(text):
    suites = suites_of(a_hostile_verdict(text or "x"))
    assert [outcome(case) for case in suites["run"].values()] == ["error", "failure", "passed"]
    assert [outcome(case) for case in suites["cross-write"].values()] == ["failure"]
