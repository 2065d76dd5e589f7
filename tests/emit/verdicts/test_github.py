"""Workflow commands: read again as the runner reads them."""

import unicodedata

import pytest

from cutpoint.emit.verdicts.github import verdict_github
from tests.support.odd_texts import harmless, odd_texts
from tests.support.verdicts import (
    a_big_verdict,
    a_finding,
    a_green_verdict,
    a_growth,
    a_hostile_verdict,
    a_key,
    a_red_verdict,
    a_verdict,
    an_empty_verdict,
)
from tests.support.workflow_commands import read_log


@pytest.mark.parametrize("verdict", [an_empty_verdict(), a_green_verdict()])
def test_green_says_so_and_annotates_nothing(verdict):
    commands, lines = read_log(verdict_github(verdict))
    assert commands == []
    assert lines == ["cutpoint check: kept: nothing new that fails the check.", "exit code 0"]


def test_what_fails_comes_first_with_its_place():
    commands, lines = read_log(verdict_github(a_red_verdict(), prefix="./backend/"))
    assert [(one.name, one.properties.get("file"), one.properties.get("line")) for one in commands] == [
        ("error", "backend/payments/tasks.py", "70"),
        ("error", "backend/payments/tasks.py", "110"),
        ("error", "backend/payments/tasks.py", "52"),
        ("error", None, None),
        ("error", None, None),
        ("warning", "backend/payments/models.py", "7"),
        ("notice", None, None),
        ("notice", None, None),
        ("notice", None, None),
    ]
    assert lines[-1] == "exit code 1"


def test_a_command_as_it_is_written():
    verdict = a_verdict(new=(a_growth(a_finding(end_line=43, path="a,b:c.py", evidence="writes 100%\nof it")),))
    assert verdict_github(verdict).splitlines()[0] == (
        "::error file=a%2Cb%3Ac.py,line=41,endLine=43,title=cross-write%3A payments → orders::"
        "Writes 100%25\\x0aof it. orders owns orders_order: with a second writer neither can leave. "
        "Call orders.api that does it."
    )


def test_no_more_of_a_type_than_are_shown_and_the_others_are_said():
    found = [a_finding(a_key(f"f{n:02}"), n) for n in range(1, 13)]
    commands, lines = read_log(verdict_github(a_verdict(new=tuple(map(a_growth, found)))))
    assert len(commands) == 10
    assert commands[-1].properties == {"title": "cutpoint: 3 more"}
    assert lines[2] == "3 annotations more than GitHub shows of this step:"
    assert len(lines) == 6
    assert lines[3].startswith("error: payments/tasks.py:10: cross-write: payments → orders: ")


def test_ten_are_all_shown():
    found = [a_finding(a_key(f"f{n:02}"), n) for n in range(1, 11)]
    commands, _ = read_log(verdict_github(a_verdict(new=tuple(map(a_growth, found)))))
    assert [one.properties["line"] for one in commands] == [str(n) for n in range(1, 11)]


def test_a_log_is_not_flooded():
    commands, lines = read_log(verdict_github(a_big_verdict()))
    assert len(commands) == 10
    assert len(lines) == 1_004
    assert lines[-1] == "48,991 more are left out here; --format json has all."


@pytest.mark.parametrize("text", odd_texts())
def test_odd_texts_make_no_other_command(text):
    log = verdict_github(a_hostile_verdict(text or "x"))
    commands, _ = read_log(log)
    assert [one.name for one in commands] == ["error"] * 4 + ["notice"] * 2
    assert harmless("".join(line for line in log.splitlines(keepends=True) if not line.startswith("::")))
    assert not any(unicodedata.category(letter) in {"Cc", "Cf", "Cs"} for letter in log.replace("\n", ""))
