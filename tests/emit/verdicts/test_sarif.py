"""SARIF: valid, found again after lines moved, within the limits of who reads it."""

import json
from collections import Counter
from urllib.parse import unquote_to_bytes

import pytest

from cutpoint.domain.finding import Place
from cutpoint.domain.verdict import Against
from cutpoint.emit.verdicts.sarif import verdict_sarif
from tests.support.odd_texts import harmless, odd_texts
from tests.support.sarif_shape import read_sarif
from tests.support.verdicts import (
    a_big_verdict,
    a_finding,
    a_green_verdict,
    a_growth,
    a_hostile_verdict,
    a_red_verdict,
    a_verdict,
    an_empty_verdict,
)


def results_by_function(verdict, **options):
    run = read_sarif(verdict_sarif(verdict, **options))
    return {result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"]: result for result in run["results"]}


def test_an_empty_verdict_is_a_valid_log_with_all_rules():
    run = read_sarif(verdict_sarif(an_empty_verdict()))
    assert run["results"] == []
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "cross-read",
        "cross-relation",
        "cross-write",
        "shared-table",
    ]
    assert run["tool"]["driver"]["rules"][3]["defaultConfiguration"] == {"enabled": False, "level": "none"}
    assert run["invocations"] == [
        {
            "executionSuccessful": True,
            "exitCode": 0,
            "exitCodeDescription": "kept: nothing new that fails the check",
        }
    ]


def test_what_a_new_finding_says():
    result = results_by_function(a_red_verdict(), prefix="backend/")["payments.tasks.refund"]
    assert result["level"] == "error"
    assert result["baselineState"] == "new"
    assert "suppressions" not in result
    assert result["message"]["text"] == (
        "Deletes orders_order. orders owns orders_order: with a second writer neither can leave. "
        "Call orders.api that does it."
    )
    (location,) = result["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "backend/payments/tasks.py", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 70, "endLine": 70},
    }
    assert [(place["id"], place["message"]["text"]) for place in result["relatedLocations"]] == [
        (1, "orders.Order declares orders_order"),
        (2, "orders.sync.push updates orders_order"),
    ]
    (flow,) = result["codeFlows"]
    steps = [
        step["location"]["physicalLocation"]["artifactLocation"]["uri"] for step in flow["threadFlows"][0]["locations"]
    ]
    assert steps == ["backend/payments/tasks.py", "backend/orders/sync.py"]


@pytest.mark.parametrize(
    ("function", "state", "kind", "status", "level"),
    [
        ("payments.tasks.kept", "unchanged", "external", "accepted", "note"),
        ("payments.tasks.late", "unchanged", "external", "rejected", "error"),
        ("payments.tasks.new_name", "updated", "external", "accepted", "note"),
        ("payments.tasks.seen", "unchanged", "external", "underReview", "note"),
        ("payments.tasks.allowed", "unchanged", "inSource", "accepted", "note"),
    ],
)
def test_what_is_accepted_is_suppressed_and_a_note(function, state, kind, status, level):
    result = results_by_function(a_red_verdict())[function]
    assert result["level"] == level
    (suppression,) = result["suppressions"]
    assert (result["baselineState"], suppression["kind"], suppression["status"]) == (state, kind, status)


def test_suppressions_say_why():
    results = results_by_function(a_red_verdict())
    said = [results[f"payments.tasks.{name}"]["suppressions"][0]["justification"] for name in ("allowed", "new_name")]
    assert said == [
        "the owner asked for it",
        "cutpoint-baseline: moved from payments.tasks.old_name (84% of the body is the same)",
    ]


def test_what_is_about_no_line_is_a_notification():
    (invocation,) = read_sarif(verdict_sarif(a_red_verdict()))["invocations"]
    assert invocation["exitCode"] == 1
    assert invocation["executionSuccessful"] is False
    assert [(said["level"], said["message"]["text"]) for said in invocation["toolExecutionNotifications"]] == [
        ("error", "Not read: payments/broken.py: invalid syntax"),
        ("note", "New blind spot: payments.legacy: query-unknown-model: the model is not known (2 places)"),
    ]
    assert [said["level"] for said in invocation["toolConfigurationNotifications"]] == [
        "error",
        "error",
        "note",
        "note",
    ]


def test_without_anything_to_compare_with_there_is_no_baseline_state():
    verdict = a_verdict(new=(a_growth(a_finding()),), against=Against.NOTHING)
    (result,) = results_by_function(verdict).values()
    assert "baselineState" not in result


def test_fingerprints_survive_moved_lines():
    (before,) = results_by_function(a_verdict([a_finding(line=1)])).values()
    (after,) = results_by_function(a_verdict([a_finding(line=99)])).values()
    assert before["partialFingerprints"] == after["partialFingerprints"]
    assert set(before["partialFingerprints"]) == {"primaryLocationLineHash", "cutpointKey/v1"}


def test_the_pages_of_rules_are_linked_when_it_is_known_where_they_lie():
    text = verdict_sarif(
        a_green_verdict(), help_root="https://example.org/rules/", explained={"cross-write": "Two writers."}
    )
    rule = read_sarif(text)["tool"]["driver"]["rules"][2]
    assert rule["helpUri"] == "https://example.org/rules/cross-write.md"
    assert rule["name"] == "CrossWrite"
    assert rule["fullDescription"]["text"] == "Two writers."
    assert "# cutpoint: ignore[cross-write] -- why" in rule["help"]["markdown"]


def test_line_zero_is_the_first():
    (result,) = results_by_function(a_verdict([a_finding(line=0, end_line=0)])).values()
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "endLine": 1}


def test_no_more_results_than_are_taken_and_the_most_important_first():
    verdict = a_big_verdict(25_003)
    accepted = a_finding(line=3)
    run = read_sarif(verdict_sarif(a_verdict([accepted, *verdict.findings], new=verdict.new[:-1])))
    assert len(run["results"]) == 25_000
    assert {result["properties"]["state"] for result in run["results"]} == {"new"}
    assert run["properties"]["leftOut"] == 4
    assert [said["message"]["text"] for said in run["invocations"][0]["toolExecutionNotifications"]] == [
        "4 results of 25,004 left out: GitHub takes no more than 25,000 of a run.",
        "GitHub shows the 5,000 most severe of these results.",
    ]


def test_no_more_places_than_are_taken():
    places = tuple(Place("a.py", line, line, "on the way") for line in range(1, 2_000))
    (result,) = results_by_function(a_verdict(new=(a_growth(a_finding(related=places)),))).values()
    assert len(result["relatedLocations"]) == 99


@pytest.mark.parametrize("text", odd_texts())
def test_odd_texts_leave_a_valid_log_that_leads_to_the_file(text):
    log = verdict_sarif(a_hostile_verdict(text))
    assert harmless(log)
    run = read_sarif(log)
    assert Counter(result["properties"]["state"] for result in run["results"]) == Counter(
        ("new", "newly-seen", "moved", "expired", "suppressed")
    )
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote_to_bytes(uri) == text.encode("utf-8", "surrogateescape")
    messages = [result["message"]["text"] for result in run["results"]]
    assert not any("](" in message for message in messages)
    assert not any("{" in message.replace("{{", "") for message in messages)


def test_the_shape_refuses_what_the_standard_refuses():
    log = json.loads(verdict_sarif(a_red_verdict()))
    log["runs"][0]["results"][0]["level"] = "fatal"
    with pytest.raises(Exception, match="level"):
        read_sarif(json.dumps(log))


def test_same_bytes():
    assert verdict_sarif(a_red_verdict()) == verdict_sarif(a_red_verdict())
