"""Accesses and what was not understood → how much of the writes and reads a report has.

A *write* here is a pair of a statement and a table that it writes by itself, with what it does to it. Those that are told,
proved or inferred, are counted. The rest is estimated, place by place, from what hides it:

* A call of a query that writes, on an unresolved receiver, is general code, and general code writes as many tables as
  the statements of this project do that are told for several: their mean.
* A model that is handed to a call that may write is one write.
* A call of a row that writes (`x.save()`) is one as often as such calls turned out to be when projects ran.
* So is an access that is only possible.
* Of statements without any sign, a small share of those that are told is missed, too.

How often was counted while the tests of five projects ran (benchmarks/README.md, coverage); `WEIGHTS` has it.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from cutpoint.domain.access import Access, Certainty
from cutpoint.domain.coverage import Coverage, CoverageCause
from cutpoint.domain.query_words import SAVING
from cutpoint.domain.source import BlindSpot, Evidence
from cutpoint.domain.use import QueryWord


class Weights(NamedTuple):
    """Writes of a project's own tables that a report lacks, counted where its tests ran."""

    row: float
    """For each place where a method of a row that writes is called on an unresolved receiver."""
    possible: float
    """For each place where a write is told as possible."""
    silent: float
    """For each write that is told: those without any sign at their statement."""


WEIGHTS = Weights(row=0.2, possible=0.07, silent=0.007)
"""Of the five projects together; what the other four say of each is in benchmarks/README.md."""
_HANDED_OVER = "handed-over"
"""The model is known there: `pgbulk.upsert(Order, rows)`."""
_MOST_PLACES = 5
_HINTS = "a hint in [[tool.cutpoint.hints.writes]]"
_ANNOTATE = "an annotation with the model"
_PACKAGES = "--packages with the project's virtual environment"
_REMEDIES = {
    **dict.fromkeys(("library", "library-manager", "import", "base-class"), _PACKAGES),
    **dict.fromkeys(
        ("argument", "attribute", "no-caller", "annotation", "value", "too-wide", "too-deep", "sent"), _ANNOTATE
    ),
    "model-not-installed": "--settings that install its app",
}


def coverage_of(
    accesses: Iterable[Access], words: Iterable[QueryWord], spots: Iterable[BlindSpot], weights: Weights = WEIGHTS
) -> Coverage:
    """The estimate for a project; *spots* are all its blind spots, *words* the calls on an unresolved receiver."""
    tables: dict[tuple[str, int], set[tuple[str, str]]] = defaultdict(set)
    hidden = _Hidden()
    reads: set[tuple[str, int]] = set()
    for access in accesses:
        if access.cause is not None:
            continue
        if not access.writes:
            reads.add((access.path, access.line))
        elif access.certainty is Certainty.POSSIBLE or access.table is None:
            hidden.add("possible", access.path, access.line, weights.possible)
        else:
            tables[access.path, access.line].add((access.action, access.table))
    told = sum(map(len, tables.values()))
    several = [len(each) for each in tables.values() if len({table for _, table in each}) > 1]
    general = sum(several) / len(several) if several else 1.0
    unread: set[tuple[str, int]] = set()
    for word in words:
        if word.writes:
            weight = weights.row if word.verb in SAVING else 1 if word.reason == _HANDED_OVER else general
            hidden.add(f"query-{word.reason}", word.path, word.line, weight)
        else:
            unread.add((word.path, word.line))
    for spot in spots:
        if spot.kind == "opaque-sql":
            hidden.add(spot.kind, spot.path, spot.line, 1)
    silent = 1 + weights.silent
    whole = told * silent + hidden.total()
    return Coverage(
        round(told / whole, 4) if whole else 1.0,
        round(len(reads) / (len(reads) * silent + len(unread)), 4) if reads or unread else 1.0,
        hidden.causes(whole),
    )


class _Hidden:
    """Places that hide writes, by kind; one place counts once for a kind, with the most that it may hide."""

    def __init__(self) -> None:
        self._kinds: dict[str, dict[Evidence, float]] = defaultdict(dict)

    def add(self, kind: str, path: str, line: int, weight: float) -> None:
        places, place = self._kinds[kind], Evidence(path, line)
        places[place] = max(weight, places.get(place, 0))

    def total(self) -> float:
        return sum(sum(places.values()) for _, places in sorted(self._kinds.items()))

    def causes(self, whole: float) -> tuple[CoverageCause, ...]:
        """What is hidden as shares of *whole*, heaviest first."""
        shares = {kind: sum(places.values()) / whole for kind, places in self._kinds.items()}
        return tuple(
            CoverageCause(kind, round(share, 4), tuple(sorted(self._kinds[kind])[:_MOST_PLACES]), _remedy(kind))
            for kind, share in sorted(shares.items(), key=lambda pair: (-pair[1], pair[0]))
        )


def _remedy(kind: str) -> str:
    if kind == "possible":
        return _ANNOTATE
    return _REMEDIES.get(kind.removeprefix("query-"), _HINTS)
