"""Verdict → GitLab's Code Quality report, which a merge request compares with that of its target branch.

GitLab knows findings by fingerprint alone and shows what one report has and the other has not. So all findings are in it,
and accepted ones are told as `info`. Those that a comment suppresses are left out: GitLab has no word for them.
"""

import msgspec

from cutpoint.domain.doubt import Doubt
from cutpoint.domain.finding import Place, Severity
from cutpoint.domain.verdict import Verdict
from cutpoint.emit.doubts import text_of
from cutpoint.emit.json_text import harmless_json
from cutpoint.emit.verdicts.sentences import beside, message_of, told
from cutpoint.emit.verdicts.states import State, Stated, stated


class _Lines(msgspec.Struct, frozen=True):
    begin: int
    end: int


class _Location(msgspec.Struct, frozen=True):
    path: str
    lines: _Lines


class _Issue(msgspec.Struct, frozen=True):
    description: str
    check_name: str
    fingerprint: str
    severity: str
    location: _Location


_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info", Severity.OFF: "info"}


def verdict_gitlab(verdict: Verdict, *, prefix: str = "") -> str:
    """A JSON list of every finding that no comment suppresses; *prefix* leads from the repository's root to the analyzed folder.

    That the run is incomplete or doubtful stands first: the report has no other place for it.
    """
    lost = [] if verdict.is_complete else [_incomplete(verdict, prefix)]
    doubts = [_doubt(doubt, prefix) for doubt in verdict.doubts]
    return harmless_json(
        [*lost, *doubts, *(_issue(one, prefix) for one in stated(verdict) if one.state is not State.SUPPRESSED)]
    )


def _incomplete(verdict: Verdict, prefix: str) -> _Issue:
    said = told(f"This is incomplete: not read, so not judged: {'; '.join(verdict.unread)}")
    return _Issue(said, "incomplete", "incomplete", "blocker", _Location(prefix or ".", _Lines(1, 1)))


def _doubt(doubt: Doubt, prefix: str) -> _Issue:
    place = beside(Place(doubt.path, doubt.line, doubt.line), prefix) if doubt.path else None
    path, line = (place.path, max(place.line, 1)) if place is not None else (prefix or ".", 1)
    return _Issue(told(text_of(doubt)), doubt.kind, doubt.kind, "major", _Location(path, _Lines(line, line)))


def _issue(one: Stated, prefix: str) -> _Issue:
    place = beside(one.finding.place, prefix)
    return _Issue(
        message_of(one),
        one.finding.key.rule,
        one.fingerprint,
        _severity(one),
        _Location(place.path, _Lines(place.line, place.end_line)),
    )


def _severity(one: Stated) -> str:
    if one.state is State.NEW:
        return _SEVERITIES[one.finding.severity]
    return "major" if one.state is State.EXPIRED else "info"
