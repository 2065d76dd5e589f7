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
    from cutpoint.domain.finding import Finding, Rule
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
    analysis: Analysis, services: Services, severity_of: Callable[[str, str, str], Severity]
) -> tuple[Finding, ...]:
    """The findings of every rule that is not off, sorted, each place of a key once.

    *severity_of* is asked with the rule and the two services.
    """
    case = Case(analysis, services)
    found: dict[tuple[object, ...], Finding] = {}
    for file in rule_files():
        for finding in file.findings(case):
            key = finding.key
            severity = severity_of(key.rule, key.source, key.target)
            if severity is Severity.OFF:
                continue
            if case.is_bookkeeping(key.subject):
                severity = Severity.NOTE
            known = (key, finding.place)
            if known not in found or finding < found[known]:
                found[known] = msgspec.structs.replace(finding, severity=severity)
    return tuple(sorted(found.values()))
