"""Accesses and what was not understood → how much of the writes and reads a report has.

A *write* here is a pair of a statement and a table that it writes by itself, with what it does to it. Those that are told,
proved or inferred, are counted. The rest is estimated, place by place:

* A call that writes, on something that is not known, writes one table at least. Where the model itself is not known the
  statement is general code, and general code writes as many tables as the statements of this project do that are told for
  several: their mean.
* An access that is only possible counts as one that is missing.
* Of statements without any sign, `SILENT` of those that are told are missed, too.
"""

from collections import defaultdict
from collections.abc import Iterable

from cutpoint.domain.access import Access, Certainty
from cutpoint.domain.coverage import Coverage, CoverageCause
from cutpoint.domain.query_words import SAVING
from cutpoint.domain.source import BlindSpot, Evidence
from cutpoint.domain.use import QueryWord

SILENT = 0.016
"""Missed writes without a sign at their statement, as a share of those that are told: the median of the five projects that
benchmarks/README.md lists under coverage, which also shows what the others' median says of each."""
_OF_ANY_MODEL = frozenset(
    {
        "model-by-name",
        "content-type",
        "generic-foreign-key",
        "model-meta",
        "app-by-name",
        "class-made-by-call",
        "getattr",
    }
)
"""Reasons for which the model itself is unknown, whatever is called. Which belong here was settled with those five in sight."""
_OF_ANY_QUERY = _OF_ANY_MODEL | {"argument", "attribute", "too-wide", "value"}
"""The same where a method of a manager or queryset is called: who hands over a model rather than a row writes general code."""
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


def coverage_of(accesses: Iterable[Access], words: Iterable[QueryWord], spots: Iterable[BlindSpot]) -> Coverage:
    """The estimate for a project; *spots* are all its blind spots, *words* the calls on something that is not known."""
    tables: dict[tuple[str, int], set[tuple[str, str]]] = defaultdict(set)
    possible: dict[str, list[Evidence]] = defaultdict(list)
    reads: set[tuple[str, int]] = set()
    for access in accesses:
        if access.cause is not None:
            continue
        if not access.writes:
            reads.add((access.path, access.line))
        elif access.certainty is Certainty.POSSIBLE or access.table is None:
            possible["possible"].append(Evidence(access.path, access.line))
        else:
            tables[access.path, access.line].add((access.action, access.table))
    told = sum(map(len, tables.values()))
    several = [len(each) for each in tables.values() if len({table for _, table in each}) > 1]
    general = sum(several) / len(several) if several else 1.0
    hidden: defaultdict[str, float] = defaultdict(float, {kind: len(set(places)) for kind, places in possible.items()})
    evidence = {kind: set(places) for kind, places in possible.items()}
    for word in {(word.path, word.line, word.verb): word for word in words if word.writes}.values():
        kind = f"query-{word.reason}"
        hidden[kind] += general if word.reason in (_OF_ANY_MODEL if word.verb in SAVING else _OF_ANY_QUERY) else 1
        evidence.setdefault(kind, set()).add(Evidence(word.path, word.line))
    for spot in spots:
        if spot.kind == "opaque-sql":
            hidden[spot.kind] += 1
            evidence.setdefault(spot.kind, set()).add(Evidence(spot.path, spot.line))
    whole = told * (1 + SILENT) + sum(hidden.values())
    unread = len({(word.path, word.line) for word in words if not word.writes})
    return Coverage(
        round(told / whole, 4) if whole else 1.0,
        round(len(reads) / (len(reads) * (1 + SILENT) + unread), 4) if reads or unread else 1.0,
        tuple(
            CoverageCause(kind, round(weight / whole, 4), tuple(sorted(evidence[kind])[:_MOST_PLACES]), _remedy(kind))
            for kind, weight in sorted(hidden.items(), key=lambda pair: (-pair[1], pair[0]))
        ),
    )


def _remedy(kind: str) -> str:
    if kind == "possible":
        return _ANNOTATE
    return _REMEDIES.get(kind.removeprefix("query-"), _HINTS)
