"""Analysis + configuration → what the rules say about it, before it is held against anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from cutpoint.domain.finding import Severity
from cutpoint.judge.bookkeeping import bookkeeping_of
from cutpoint.judge.compare import Today
from cutpoint.judge.findings import all_rules, findings_of
from cutpoint.judge.ignores import RULES as RULES_OF_COMMENTS
from cutpoint.judge.ignores import hear
from cutpoint.judge.spots import spots_of

if TYPE_CHECKING:
    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.baseline import Spot
    from cutpoint.domain.decided import Decided
    from cutpoint.domain.finding import Finding, Key, Rule
    from cutpoint.domain.gate import Gate
    from cutpoint.domain.service import Services
    from cutpoint.domain.verdict import Suppressed


class Judged(NamedTuple):
    """What the rules say about one tree; every tuple sorted."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]
    spots: tuple[Spot, ...]
    rules: tuple[Rule, ...]
    """With the severities that hold between any two services."""
    unread: tuple[str, ...]
    is_complete: bool = True
    has_lost: bool = False
    """By the run itself."""
    bookkeeping: frozenset[str] = frozenset()
    """Third-party tables that no service claims: what is done to them is a note."""
    today: Today = Today(frozenset(), frozenset(), frozenset())


class Severities:
    """The severity of a rule between two services: the configured one, or the rule's own."""

    def __init__(self, gate: Gate, bookkeeping: frozenset[str] = frozenset()) -> None:
        self._gate = gate
        self._bookkeeping = bookkeeping
        self._default = {rule.name: rule.severity for rule in (*all_rules(), *RULES_OF_COMMENTS)}

    def __call__(self, rule: str, source: str, target: str) -> Severity:
        """As said."""
        return self._gate.severity_of(rule, source, target, self._default.get(rule, Severity.NOTE))

    def of(self, key: Key) -> Severity:
        """That of a finding: third-party tables are no more than a note."""
        severity = self(key.rule, key.source, key.target)
        is_loud = severity in {Severity.ERROR, Severity.WARNING}
        return Severity.NOTE if is_loud and key.subject in self._bookkeeping else severity

    def rules(self) -> tuple[Rule, ...]:
        """Every rule, by name, as it is judged where nothing is said of two services."""
        return tuple(
            msgspec.structs.replace(rule, severity=self(rule.name, "*", "*"))
            for rule in sorted((*all_rules(), *RULES_OF_COMMENTS))
        )


def judged(analysis: Analysis, services: Services, gate: Gate, decided: tuple[Decided, ...] = ()) -> Judged:
    """Every rule asked, and the comments heard."""
    bookkeeping = bookkeeping_of(analysis, services)
    severities = Severities(gate, bookkeeping)
    rules = severities.rules()
    heard = hear(
        findings_of(analysis, services, severities.of, decided),
        analysis.ignores,
        services,
        {module.path: module for module in analysis.catalog.modules},
        judged=frozenset(rule.name for rule in rules if rule.severity is not Severity.OFF),
        known=frozenset(rule.name for rule in rules),
    )
    kept = tuple(
        msgspec.structs.replace(finding, severity=severities.of(finding.key))
        for finding in heard.findings
        if severities.of(finding.key) is not Severity.OFF
    )
    tables = frozenset(table.name for table in analysis.tables)
    unread = tuple(f"{spot.path}: {spot.reason}" for spot in analysis.unread)
    today = Today(tables, frozenset(services.names), frozenset(module.name for module in analysis.catalog.modules))
    return Judged(
        kept,
        heard.suppressed,
        spots_of(analysis, services),
        rules,
        unread,
        analysis.is_complete,
        any(spot.is_lost_by_the_run for spot in analysis.lost),
        bookkeeping,
        today,
    )
