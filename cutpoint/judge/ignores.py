"""Findings + the comments beside them → what is left, what a comment accepts, and comments that say nothing."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, NamedTuple

from cutpoint.domain.finding import Finding, Key, Place, Rule, Severity
from cutpoint.domain.source import Role
from cutpoint.domain.verdict import Suppressed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cutpoint.domain.catalog import Module
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
    module_of_path: Mapping[str, Module],
    judged: frozenset[str],
    known: frozenset[str],
) -> Heard:
    """*findings* without those that a comment accepts, and with one for each comment that is unused or invalid.

    A comment speaks of the statement in which it stands, or of the one below when it stands alone. *judged* are the
    rules that are not off, *known* all of them: a comment for a rule that is off waits, and is not unused; so does one in
    test code or a migration, which are judged only when that was asked for.
    """
    left: list[Finding] = []
    suppressed: list[Suppressed] = []
    by_path: dict[str, list[Ignore]] = {}
    said: list[Finding] = []
    for ignore in ignores:
        wrong = _mistake(ignore, known)
        if wrong:
            about = ", ".join(ignore.rules)
            said.append(_finding(INVALID, ignore, about, services, module_of_path, wrong))
        else:
            by_path.setdefault(ignore.path, []).append(ignore)
    used: set[tuple[str, int, str]] = set()
    for finding in findings:
        place, rule = finding.place, finding.key.rule
        comments = [i for i in by_path.get(place.path, ()) if rule in i.rules and i.speaks_of(place)]
        if not comments:
            left.append(finding)
            continue
        used.update((comment.path, comment.line, rule) for comment in comments)
        suppressed.append(Suppressed(finding, comments[0].reason))
    for ignore, rule in _unused(by_path, used, judged, module_of_path):
        wrong = f"ignores {rule}, which is not broken here"
        said.append(_finding(UNUSED, ignore, rule, services, module_of_path, wrong))
    return Heard(tuple(sorted((*left, *said))), tuple(sorted(suppressed)))


def _unused(
    by_path: Mapping[str, list[Ignore]],
    used: set[tuple[str, int, str]],
    judged: frozenset[str],
    module_of_path: Mapping[str, Module],
) -> Iterator[tuple[Ignore, str]]:
    for path, comments in by_path.items():
        module = module_of_path.get(path)
        if module is not None and module.role is Role.CODE:
            for ignore in comments:
                yield from (
                    (ignore, rule) for rule in ignore.rules if (path, ignore.line, rule) not in used and rule in judged
                )


def _mistake(ignore: Ignore, known: frozenset[str]) -> str:
    if not ignore.rules:
        return "names no rule: write `# cutpoint: ignore[cross-write] -- why`"
    strange = [rule for rule in ignore.rules if rule not in known]
    if strange:
        near = difflib.get_close_matches(strange[0].lower(), sorted(known), n=1, cutoff=0.5)
        advice = f"did you mean {near[0]}?" if near else f"there are {', '.join(sorted(known))}"
        return f"names {strange[0]}, which is no rule: {advice}"
    if not ignore.reason:
        return "gives no reason: write ` -- ` and why after the bracket"
    return ""


def _finding(
    rule: Rule, ignore: Ignore, about: str, services: Services, module_of_path: Mapping[str, Module], says: str
) -> Finding:
    known = module_of_path.get(ignore.path)
    module = known.name if known is not None else ignore.path
    service = services.of_module(module)
    return Finding(
        key=Key(rule.name, service, service, "", "", module, "", about),
        place=Place(ignore.path, ignore.line, ignore.line),
        severity=Severity.OFF,
        evidence=f"the comment {says}",
        meaning=_MEANING[rule.name],
        move=_MOVE[rule.name],
    )


_MEANING = {
    UNUSED.name: "A comment that accepts nothing today accepts the next thing that somebody writes here.",
    INVALID.name: "It accepts nothing as it stands, and nobody can tell later what it was for.",
}
_MOVE = {UNUSED.name: "Remove it.", INVALID.name: "Mend the comment, or remove it."}
