"""Verdict → its JSON, and the types of it → its JSON Schema."""

from collections import Counter
from typing import Final, Literal

import msgspec

from cutpoint import __version__
from cutpoint.domain.baseline import Entry, Spot
from cutpoint.domain.doubt import Doubt
from cutpoint.domain.finding import Finding, Key, Place, Rule, Severity
from cutpoint.domain.verdict import Against, Growth, Tally, Verdict
from cutpoint.emit.json_text import json_text
from cutpoint.emit.report import Tool
from cutpoint.emit.verdicts.states import State, Stated, stated

SCHEMA_VERSION: Final = "2"


class FindingRow(msgspec.Struct, frozen=True):
    """One rule, one place, and what the verdict says of it."""

    fingerprint: str
    """Holds no path and no line: it stays when code moves inside its function."""
    state: State
    severity: Severity
    key: Key
    path: str
    line: int
    end_line: int
    evidence: str
    meaning: str
    move: str
    related: tuple[Place, ...]
    """The owner's side first, then the way to the line that does it."""
    certainty: str
    why: str
    """The comment's reason, from where it moved, or until when it was accepted."""


class GrowthRow(msgspec.Struct, frozen=True):
    """More places of one key than were accepted."""

    key: Key
    severity: Severity
    accepted: int
    found: int
    count: int
    """How many are new."""
    places: tuple[Place, ...]
    """All that have the key: which of them is new can't be told when they look the same."""


class MovedRow(msgspec.Struct, frozen=True):
    """The same finding elsewhere."""

    before: Key
    after: Key
    count: int
    why: str
    places: tuple[Place, ...]


class GoneRow(msgspec.Struct, frozen=True):
    """Fewer places of one key than were accepted."""

    key: Key
    severity: Severity
    accepted: int
    found: int
    count: int
    """How many are gone."""
    reason: str
    owner: str
    link: str


class ExpiredRow(msgspec.Struct, frozen=True):
    """An entry of the baseline whose day is over, and whose findings are still there."""

    key: Key
    count: int
    expires: str
    reason: str
    owner: str
    link: str


class Count(msgspec.Struct, frozen=True):
    """How many findings have a state."""

    state: State
    count: int


class VerdictReport(msgspec.Struct, frozen=True):
    """What `cutpoint check --format json` writes; lists are sorted, and the same input gives the same bytes."""

    schema_version: Literal["2"]
    tool: Tool
    exit_code: int
    complete: bool
    """False when a file or a worker was lost on the way, now or of what this is held against."""
    doubts: tuple[Doubt, ...]
    """Why all of it is doubtful, the gravest reason first."""
    against: Against
    name: str
    """Of the baseline's folder or of the revision."""
    is_whole: bool
    allow_stale: bool
    allow_unread: bool
    counts: tuple[Count, ...]
    rules: tuple[Rule, ...]
    new: tuple[GrowthRow, ...]
    newly_seen: tuple[GrowthRow, ...]
    moved: tuple[MovedRow, ...]
    gone: tuple[GoneRow, ...]
    expired: tuple[ExpiredRow, ...]
    new_blind_spots: tuple[Spot, ...]
    tallies: tuple[Tally, ...]
    unread: tuple[str, ...]
    notes: tuple[str, ...]
    findings: tuple[FindingRow, ...]
    """All of them, then those that comments suppress."""


def verdict_json(verdict: Verdict) -> str:
    """*verdict* as JSON with one item of each list on a line."""
    return json_text(report_of(verdict))


def verdict_schema() -> str:
    """The JSON Schema of the verdict, sorted and indented."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "cutpoint verdict",
        **msgspec.json.schema(VerdictReport),
    }
    return msgspec.json.format(msgspec.json.encode(schema, order="sorted"), indent=2).decode() + "\n"


def report_of(verdict: Verdict) -> VerdictReport:
    """*verdict* in the words of the published format."""
    findings = stated(verdict)
    counts = Counter(one.state for one in findings)
    return VerdictReport(
        schema_version=SCHEMA_VERSION,
        tool=Tool("cutpoint", __version__),
        exit_code=verdict.exit_code,
        complete=verdict.is_complete,
        doubts=verdict.doubts,
        against=verdict.against,
        name=verdict.name,
        is_whole=verdict.is_whole,
        allow_stale=verdict.allow_stale,
        allow_unread=verdict.allow_unread,
        counts=tuple(Count(state, counts[state]) for state in State),
        rules=verdict.rules,
        new=tuple(map(_growth, verdict.new)),
        newly_seen=tuple(map(_growth, verdict.newly_seen)),
        moved=tuple(
            MovedRow(moved.before, moved.after, moved.count, moved.why, _places(moved.findings))
            for moved in verdict.moved
        ),
        gone=tuple(
            GoneRow(
                gone.entry.key,
                gone.severity,
                gone.entry.count,
                gone.found,
                gone.count,
                gone.entry.reason,
                gone.entry.owner,
                gone.entry.link,
            )
            for gone in verdict.gone
        ),
        expired=tuple(map(_expired, verdict.expired)),
        new_blind_spots=verdict.new_spots,
        tallies=verdict.tallies,
        unread=verdict.unread,
        notes=verdict.notes,
        findings=tuple(map(_finding, findings)),
    )


def _growth(growth: Growth) -> GrowthRow:
    return GrowthRow(
        growth.key,
        growth.severity,
        growth.accepted,
        len(growth.findings),
        growth.count,
        _places(growth.findings),
    )


def _expired(entry: Entry) -> ExpiredRow:
    return ExpiredRow(entry.key, entry.count, entry.expires, entry.reason, entry.owner, entry.link)


def _places(findings: tuple[Finding, ...]) -> tuple[Place, ...]:
    return tuple(finding.place for finding in findings)


def _finding(one: Stated) -> FindingRow:
    finding = one.finding
    return FindingRow(
        one.fingerprint,
        one.state,
        finding.severity,
        finding.key,
        finding.place.path,
        finding.place.line,
        finding.place.end_line,
        finding.evidence,
        finding.meaning,
        finding.move,
        finding.related,
        finding.certainty,
        one.why,
    )
