"""Findings + the comments beside them → what is left, what a comment accepts, and comments that say nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cutpoint.domain.finding import Finding, Key, Place, Rule, Severity
from cutpoint.domain.verdict import Suppressed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.finding import Ignore
    from cutpoint.domain.service import Services

UNUSED = Rule("unused-ignore", "A comment ignores a rule that is not broken there.", Severity.ERROR)
INVALID = Rule(
    "invalid-ignore", "A comment ignores a rule without a reason, or one that doesn't exist.", Severity.ERROR
)
RULES = (INVALID, UNUSED)


class Heard(NamedTuple):
    """What the comments do; all sorted."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]


def hear(
    findings: Iterable[Finding],
    ignores: Iterable[Ignore],
    services: Services,
    module_of_path: dict[str, str],
    judged: frozenset[str],
    known: frozenset[str],
) -> Heard:
    """*findings* without those that a comment accepts, and with one for each comment that is unused or invalid.

    A comment speaks of its own line, or of the statement below when it stands alone. *judged* are the rules that are not
    off, *known* all of them: a comment for a rule that is off waits, and is not unused.
    """
    left: list[Finding] = []
    suppressed: list[Suppressed] = []
    by_path: dict[str, list[Ignore]] = {}
    invalid: list[Finding] = []
    for ignore in ignores:
        wrong = _mistake(ignore, known)
        if wrong:
            invalid.append(_finding(INVALID, ignore, services, module_of_path, wrong))
        else:
            by_path.setdefault(ignore.path, []).append(ignore)
    used: set[tuple[str, int, str]] = set()
    for finding in findings:
        place, rule = finding.place, finding.key.rule
        comment = next((i for i in by_path.get(place.path, ()) if rule in i.rules and _speaks_of(i, place)), None)
        if comment is None:
            left.append(finding)
        else:
            used.add((comment.path, comment.line, rule))
            suppressed.append(Suppressed(finding, comment.reason))
    unused = [
        _finding(UNUSED, ignore, services, module_of_path, f"ignores {rule}, which is not broken here")
        for comments in by_path.values()
        for ignore in comments
        for rule in ignore.rules
        if rule in judged and (ignore.path, ignore.line, rule) not in used
    ]
    return Heard(tuple(sorted((*left, *invalid, *unused))), tuple(sorted(suppressed)))


def _speaks_of(ignore: Ignore, place: Place) -> bool:
    if ignore.alone:
        # Comment lines may follow one another above the statement.
        return ignore.below == place.line
    return place.line <= ignore.line <= place.end_line


def _mistake(ignore: Ignore, known: frozenset[str]) -> str:
    if not ignore.rules:
        return "names no rule: write `# cutpoint: ignore[cross-write] -- why`"
    strange = [rule for rule in ignore.rules if rule not in known]
    if strange:
        return f"names {strange[0]}, which is no rule: there are {', '.join(sorted(known))}"
    if not ignore.reason:
        return "gives no reason: write ` -- ` and why after the bracket"
    return ""


def _finding(rule: Rule, ignore: Ignore, services: Services, module_of_path: dict[str, str], says: str) -> Finding:
    module = module_of_path.get(ignore.path, ignore.path)
    service = services.of_module(module)
    return Finding(
        key=Key(rule.name, service, service, "", "", module, "", f"{', '.join(ignore.rules)}: {says}"),
        place=Place(ignore.path, ignore.line, ignore.line),
        severity=rule.severity,
        evidence=f"the comment {says}",
        meaning="A comment that accepts nothing hides the next thing that is.",
        move="Remove it." if rule is UNUSED else "Mend it.",
    )
