"""Verdict → JUnit XML: a suite for each rule, a case for each pair of services, and one suite for the run itself.

A case fails when something new of its rule breaks the check between its two services, or when an acceptance has expired.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from cutpoint.domain.finding import Severity
from cutpoint.domain.verdict import Verdict
from cutpoint.emit.page import count
from cutpoint.emit.safe import safe
from cutpoint.emit.verdicts.sentences import beside, message_of, told
from cutpoint.emit.verdicts.states import State, Stated, stated
from cutpoint.emit.verdicts.troubles import Trouble, troubles_of

MOST_IN_A_CASE = 200
"""Findings that one case lists; the rest is counted."""
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class _Case(NamedTuple):
    suite: str
    name: str
    failure: str = ""
    error: str = ""
    details: tuple[str, ...] = ()
    """Lines of the failure, of the error, or of what is only told."""


def verdict_junit(verdict: Verdict, *, prefix: str = "") -> str:
    """The XML document; *prefix* leads from the repository's root to the analyzed folder."""
    doubts = [trouble for trouble in troubles_of(verdict) if trouble.kind == "doubt"]
    first = [_case_of("what makes all of it doubtful", doubts, is_error=False)] if doubts else []
    cases = [*first, *_of_rules(verdict, prefix), *_of_run(verdict)]
    suites: dict[str, list[_Case]] = {}
    for case in cases:
        suites.setdefault(case.suite, []).append(case)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f"<testsuites {_counts('cutpoint check', cases)}>"]
    for name, of_suite in suites.items():
        lines.append(f"  <testsuite {_counts(name, of_suite)}>")
        lines.extend(text for case in of_suite for text in _xml(case))
        lines.append("  </testsuite>")
    return "\n".join([*lines, "</testsuites>"]) + "\n"


def _of_rules(verdict: Verdict, prefix: str) -> Iterator[_Case]:
    grouped: dict[tuple[str, str, str], list[Stated]] = {
        (tally.rule, tally.source, tally.target): [] for tally in verdict.tallies
    }
    for one in stated(verdict):
        key = one.finding.key
        grouped.setdefault((key.rule, key.source, key.target), []).append(one)
    for (rule, source, target), group in sorted(grouped.items()):
        name = f"{source} → {target}" if source != target else source
        fails = [one for one in group if one.fails]
        warns = [one for one in group if one.state is State.NEW and one.finding.severity is Severity.WARNING]
        accepted = sum(one.state is not State.SUPPRESSED for one in group) - len(fails) - len(warns)
        if fails:
            title = f"{count(len(fails), 'finding')} that {'fail' if len(fails) > 1 else 'fails'} the check"
            yield _Case(rule, name, failure=title, details=tuple(_listed(fails, prefix)))
        else:
            told_below = (f"{count(accepted, 'finding')} accepted or only noted", *_listed(warns, prefix))
            yield _Case(rule, name, details=told_below)


def _of_run(verdict: Verdict) -> Iterator[_Case]:
    troubles = [*troubles_of(verdict)]
    for kinds, name in (
        (("unread",), "every file can be read"),
        (("stale", "expired"), "the baseline is up to date"),
        (("gone", "blind-spot", "note"), "what changed besides"),
    ):
        of_kind = [trouble for trouble in troubles if trouble.kind in kinds]
        yield _case_of(name, of_kind, is_error="unread" in kinds)


def _case_of(name: str, troubles: list[Trouble], *, is_error: bool) -> _Case:
    fatal = [trouble for trouble in troubles if trouble.level == "error"]
    details = tuple(trouble.text for trouble in (fatal or troubles)[:MOST_IN_A_CASE])
    if len(fatal or troubles) > MOST_IN_A_CASE:
        details = (*details, f"{len(fatal or troubles) - MOST_IN_A_CASE:,} more are left out here.")
    says = count(len(fatal), "problem") if fatal else ""
    return _Case("run", name, "" if is_error else says, says if is_error else "", details)


def _listed(group: list[Stated], prefix: str) -> Iterator[str]:
    for one in group[:MOST_IN_A_CASE]:
        place = beside(one.finding.place, prefix)
        yield f"{told(place.path, 2_000)}:{place.line}: {message_of(one)}"
    if len(group) > MOST_IN_A_CASE:
        yield f"{len(group) - MOST_IN_A_CASE:,} more are left out here; --format json has all."


def _counts(name: str, cases: Iterable[_Case]) -> str:
    listed = [*cases]
    failures = sum(bool(case.failure) for case in listed)
    errors = sum(bool(case.error) for case in listed)
    return f'name={_attribute(name)} tests="{len(listed)}" failures="{failures}" errors="{errors}" skipped="0"'


def _xml(case: _Case) -> Iterator[str]:
    head = f"    <testcase classname={_attribute(f'cutpoint.{case.suite}')} name={_attribute(case.name)}"
    body = "\n".join(_text(detail) for detail in case.details)
    if case.failure or case.error:
        tag, says = ("failure", case.failure) if case.failure else ("error", case.error)
        yield f"{head}>"
        yield f"      <{tag} message={_attribute(says)} type={_attribute(case.suite)}>{body}</{tag}>"
        yield "    </testcase>"
    elif body:
        yield f"{head}>"
        yield f"      <system-out>{body}</system-out>"
        yield "    </testcase>"
    else:
        yield f"{head} />"


def _attribute(text: str) -> str:
    return quoteattr(_allowed(safe(text)))


def _text(text: str) -> str:
    # As a whole line: its parts are harmless each, but a path of `:` and the colon behind it are not.
    return escape(_allowed(safe(text)))


def _allowed(text: str) -> str:
    r"""XML has no way at all to write some characters: they are shown as `\uffff`."""
    return _NO_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
