"""Tallies → what one service owes another, before and now."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from cutpoint.domain.finding import Severity
from cutpoint.domain.verdict import Against, Tally, Verdict
from cutpoint.emit.page import Block, Column, Heading, Line, Paragraph, Piece, Table, Tone, count, line, name, quiet

_MOST_PAIRS = 10


class Debt(NamedTuple):
    """Findings from one service into another, of the rules that can fail the check and of the others."""

    source: str
    target: str
    gated: tuple[int, int]
    """Before and now."""
    others: tuple[int, int]

    @property
    def has_changed(self) -> bool:
        """Whether anything is more or less than before."""
        return self.gated[0] != self.gated[1] or self.others[0] != self.others[1]


def debts_of(verdict: Verdict) -> list[Debt]:
    """The debt of each pair of services: what has changed first, then the biggest."""
    gated = _gated(verdict)
    pairs: dict[tuple[str, str], list[Tally]] = {}
    for tally in verdict.tallies:
        pairs.setdefault((tally.source, tally.target), []).append(tally)
    debts = [
        Debt(
            source,
            target,
            _sums(tally for tally in tallies if (tally.rule, source, target) in gated),
            _sums(tally for tally in tallies if (tally.rule, source, target) not in gated),
        )
        for (source, target), tallies in pairs.items()
    ]
    return sorted(debts, key=lambda debt: (not debt.has_changed, -debt.gated[1], -debt.others[1], debt))


def debt_section(verdict: Verdict, *, verbose: bool) -> Iterator[Block]:
    """A table of the pairs, and a line for each rule."""
    if not verdict.tallies:
        return
    debts = debts_of(verdict)
    shown = debts if verbose else debts[:_MOST_PAIRS]
    compared = verdict.against is not Against.NOTHING
    yield Heading(line("Debt between services"))
    columns = ("from", "into", "failing rules", "other rules")
    yield Table(
        tuple(Column(title, number=title.endswith("rules")) for title in columns),
        tuple(
            (line(name(debt.source)), line(name(debt.target)), *_trends((debt.gated, debt.others), compared=compared))
            for debt in shown
        ),
    )
    if len(shown) < len(debts):
        yield Paragraph(line(quiet(f"… and {count(len(debts) - len(shown), 'pair')} of services more: -v shows all")))
    yield Paragraph(_by_rule(verdict, compared=compared))


def trend(before: int, now: int, *, compared: bool = True) -> Line:
    """`12 → 10 (-2)`; the number alone when nothing has changed, or nothing is compared."""
    if not compared or before == now:
        return line(f"{now:,}")
    tone = Tone.BAD if now > before else Tone.GOOD
    sign = "+" if now > before else "-"
    return line(f"{before:,} → {now:,} ", Piece(f"({sign}{abs(now - before):,})", tone))


def by_rule(tallies: Iterable[Tally]) -> dict[str, tuple[int, int]]:
    """Before and now of each rule, by name."""
    sums: dict[str, Counter[str]] = {}
    for tally in tallies:
        sums.setdefault(tally.rule, Counter()).update(before=tally.before, now=tally.now)
    return {rule: (found["before"], found["now"]) for rule, found in sorted(sums.items())}


def _by_rule(verdict: Verdict, *, compared: bool) -> Line:
    is_steady = compared and all(tally.before == tally.now for tally in verdict.tallies)
    start = "Unchanged, in all: " if is_steady else "In all: "
    parts: list[Piece] = []
    for rule, (before, now) in by_rule(verdict.tallies).items():
        parts.extend(line(", " if parts else start, f"{rule} ", trend(before, now, compared=compared)))
    return line(parts, ".")


def _trends(sums: Iterable[tuple[int, int]], *, compared: bool) -> tuple[Line, ...]:
    return tuple(trend(before, now, compared=compared) for before, now in sums)


def _gated(verdict: Verdict) -> set[tuple[str, str, str]]:
    """(rule, source, target) of what fails the check: as its findings are judged, or the rule where none are left."""
    failing = {rule.name for rule in verdict.rules if rule.severity is Severity.ERROR}
    judged: dict[tuple[str, str, str], set[Severity]] = {}
    for finding in verdict.findings:
        key = finding.key
        judged.setdefault((key.rule, key.source, key.target), set()).add(finding.severity)
    left = {(tally.rule, tally.source, tally.target) for tally in verdict.tallies if tally.rule in failing}
    return {key for key, severities in judged.items() if Severity.ERROR in severities} | (left - judged.keys())


def _sums(tallies: Iterable[Tally]) -> tuple[int, int]:
    listed = [*tallies]
    return sum(tally.before for tally in listed), sum(tally.now for tally in listed)
