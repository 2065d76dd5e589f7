"""Verdicts on a mutated tree → what became of each mutation in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from benchmarks.mutation.splices import Lines
from cutpoint.domain.finding import Finding, Severity
from cutpoint.domain.verdict import Verdict


class Outcome(StrEnum):
    """What a verdict says about a planted write."""

    CAUGHT = "caught"
    """A new error lies at one of its lines, or at a caller and names the line as the one that does it; of its table."""
    SPOT = "spot"
    """A new blind spot, or a write that is possible only, in its module."""
    SILENT = "silent"


def outcome_of(verdict: Verdict, module: str, places: Iterable[Lines], tables: frozenset[str]) -> Outcome:
    """What *verdict* says about a write at *places*."""
    lines = tuple(places)
    for growth in verdict.broken:
        if growth.key.subject in tables and any(_lies_in(finding, lines) for finding in growth.findings):
            return Outcome.CAUGHT
    return Outcome.SPOT if any(spot.module == module for spot in verdict.new_spots) else Outcome.SILENT


def _lies_in(finding: Finding, places: tuple[Lines, ...]) -> bool:
    return any(
        place.path == lines.path and lines.first <= place.line <= lines.last
        for place in (finding.place, *finding.related)
        for lines in places
    )


class Noise(NamedTuple):
    """What a verdict says is new although nobody added anything; every text names what and where."""

    errors: tuple[str, ...]
    notes: tuple[str, ...]
    """New findings that fail nothing."""
    spots: tuple[str, ...]

    def at(self, paths: Collection[str]) -> Noise:
        """What is said of files."""
        return Noise(*(tuple(text for text in texts if _path_in(text) in paths) for texts in self))

    def but_at(self, paths: Collection[str]) -> Noise:
        """What is said of all others."""
        return Noise(*(tuple(text for text in texts if _path_in(text) not in paths) for texts in self))


def noise_of(verdict: Verdict, paths: Mapping[str, str]) -> Noise:
    """All of it, sorted; *paths* are those of modules by name."""
    new = [(growth.severity, f"{_shown(growth.findings[-1])} +{growth.count}") for growth in verdict.new]
    return Noise(
        tuple(text for severity, text in new if severity is Severity.ERROR),
        tuple(text for severity, text in new if severity is not Severity.ERROR),
        tuple(
            f"{paths.get(spot.module, spot.module)}: {spot.kind} {spot.reason} +{spot.count}"
            for spot in verdict.new_spots
        ),
    )


def _path_in(text: str) -> str:
    return text.partition(":")[0]


def _shown(finding: Finding) -> str:
    key = finding.key
    return (
        f"{finding.place.path}:{finding.place.line} {key.rule} {key.source} -> {key.target} "
        f"{key.action} {key.subject}: {key.function} {key.expression}"
    )
