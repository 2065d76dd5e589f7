"""A verdict says what was lost on the way: of the tree, and of what it is held against."""

import msgspec
import pytest

from cutpoint.checking import Case
from cutpoint.domain.baseline import Baseline
from cutpoint.domain.errors import EXIT_BROKEN, EXIT_INCOMPLETE, EXIT_OK
from cutpoint.domain.gate import Gate
from cutpoint.domain.source import BlindSpot
from tests.support.judging import analysis_of

WRITE = {
    "reports/tasks.py": "from orders.models import Order\ndef tidy(pk):\n    Order.objects.filter(pk=pk).delete()\n",
}
LOST = BlindSpot("reports/tasks.py", 0, "worker-crash", "the process that read it ended by SIGKILL")
MISSING = BlindSpot("reports/tasks.py", 0, "missing-object", "this clone lacks it")
BROKEN = BlindSpot("reports/tasks.py", 0, "syntax-error", "invalid syntax")


def case_of(files, *spots):
    found = analysis_of(files)
    unread = tuple(spot for spot in spots if spot.is_loss)
    return Case(msgspec.structs.replace(found, blind_spots=spots, unread=unread), Gate())


def code(verdict, *, allowed=False):
    return msgspec.structs.replace(verdict, allow_unread=allowed).exit_code


def test_what_the_run_lost_of_the_past_makes_nothing_new():
    verdict = case_of(WRITE).against_revision(case_of({}, LOST), "main", {})
    assert verdict.broken
    assert verdict.unread == ("reports/tasks.py in main: the process that read it ended by SIGKILL",)
    assert not verdict.is_complete
    assert (code(verdict), code(verdict, allowed=True)) == (EXIT_INCOMPLETE, EXIT_BROKEN)


def test_what_the_run_lost_of_now_is_said_first():
    verdict = case_of(WRITE, LOST).against_nothing()
    assert verdict.broken
    assert verdict.unread == ("reports/tasks.py: the process that read it ended by SIGKILL",)
    assert not verdict.is_complete
    assert (code(verdict), code(verdict, allowed=True)) == (EXIT_INCOMPLETE, EXIT_BROKEN)


def test_what_git_lacks_of_the_past_is_there_to_stay():
    verdict = case_of(WRITE).against_revision(case_of({}, MISSING), "main", {})
    assert not verdict.is_complete
    assert verdict.unread
    assert code(verdict) == EXIT_BROKEN


@pytest.mark.parametrize("past", [(), (BROKEN,)])
def test_a_past_that_was_read_says_nothing(past):
    verdict = case_of(WRITE).against_revision(case_of(WRITE, *past), "main", {})
    assert verdict.is_complete
    assert (verdict.unread, code(verdict)) == ((), EXIT_OK)


def test_what_was_lost_of_the_code_of_the_baseline_is_said():
    verdict = case_of(WRITE).against_baseline(
        Baseline((), (), tools=("0.0.0",)), renamed={}, today="2026-12-01", then=lambda: case_of({}, LOST)
    )
    assert verdict.broken
    assert not verdict.is_complete
    assert code(verdict) == EXIT_INCOMPLETE
