"""Analysis + services → all findings, sorted: every rule is asked."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING, Protocol, cast

import msgspec

from cutpoint.domain.finding import Severity
from cutpoint.judge import rules
from cutpoint.judge.case import Case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cutpoint.domain.analysis import Analysis
    from cutpoint.domain.decided import Decided
    from cutpoint.domain.finding import Finding, Key, Place, Rule
    from cutpoint.domain.service import Services


class _RuleFile(Protocol):
    RULE: Rule

    def findings(self, case: Case, /) -> Iterator[Finding]: ...


def rule_files() -> tuple[_RuleFile, ...]:
    """What lies in the folder of rules, by name."""
    found = (
        cast("_RuleFile", importlib.import_module(f"{rules.__name__}.{info.name}"))
        for info in pkgutil.iter_modules(rules.__path__)
    )
    return tuple(sorted(found, key=lambda file: file.RULE.name))


def all_rules() -> tuple[Rule, ...]:
    """Every rule, by name."""
    return tuple(file.RULE for file in rule_files())


def findings_of(
    analysis: Analysis,
    services: Services,
    severity_of: Callable[[Key], Severity],
    decided: tuple[Decided, ...] = (),
) -> tuple[Finding, ...]:
    """The findings of every rule that is not off, sorted, with the severity of their keys.

    What two accesses of one expression say is one finding; one that a line does twice says so.
    """
    case = Case(analysis, services, decided)
    found: dict[tuple[Key, Place], Finding] = {}
    for file in rule_files():
        for finding in file.findings(case):
            known = found.setdefault((finding.key, finding.place), finding)
            if known != finding:
                times = max(finding.times, known.times)
                found[finding.key, finding.place] = msgspec.structs.replace(min(finding, known), times=times)
    judged = ((finding, severity_of(finding.key)) for finding in found.values())
    return tuple(
        sorted(
            msgspec.structs.replace(finding, severity=severity)
            for finding, severity in judged
            if severity is not Severity.OFF
        )
    )
