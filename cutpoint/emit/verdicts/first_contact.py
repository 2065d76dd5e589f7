"""Verdict without a baseline → in ten lines what there is, and how to start."""

from collections import Counter
from collections.abc import Iterator

from cutpoint.domain.finding import Finding, Severity
from cutpoint.domain.verdict import Verdict
from cutpoint.emit.page import Block, Entries, Entry, Heading, Line, Page, Paragraph, command, count, line, name, quiet
from cutpoint.emit.verdicts.endings import ending_of, status_of
from cutpoint.emit.verdicts.finding_entries import at_place

_MOST = 2


def first_contact(verdict: Verdict, *, typed: str) -> Page:
    """What to do with a project that is checked for the first time; *typed* is the path with its options, quoted."""
    return Page(tuple(_blocks(verdict, typed)))


def _blocks(verdict: Verdict, typed: str) -> Iterator[Block]:
    yield Heading(line(f"cutpoint check: {status_of(verdict)}, and there is no baseline yet"), level=1)
    failing = [finding for finding in verdict.findings if finding.severity is Severity.ERROR]
    yield Entries(
        (
            Entry(
                line(f"{count(_number(failing), 'finding fails', 'findings fail')}: {_by_rule(failing)}"),
                tuple(map(_seen, _loudest(failing))),
            ),
            *_quiet_ones(verdict),
        )
    )
    yield Entries(
        (
            _step(f"cutpoint baseline create {typed} --failing", "accept these, so that only new ones fail"),
            _step(f"cutpoint check {typed} --since origin/main", "judge a change alone, without a baseline"),
            _step(f"cutpoint check {typed} -v", "every finding with its reason"),
        )
    )
    yield Paragraph(line(f"Exit code {verdict.exit_code}: {ending_of(verdict)}."))


def _quiet_ones(verdict: Verdict) -> Iterator[Entry]:
    others = [finding for finding in verdict.findings if finding.severity is not Severity.ERROR]
    if others:
        yield Entry(line(f"{count(_number(others), 'other fails', 'others fail')} nothing: {_by_rule(others)}"))


def _number(findings: list[Finding]) -> int:
    return sum(finding.times for finding in findings)


def _by_rule(findings: list[Finding]) -> str:
    sums = Counter[str]()
    for finding in findings:
        sums[finding.key.rule] += finding.times
    return ", ".join(
        f"{number:,} {rule}" for rule, number in sorted(sums.items(), key=lambda pair: (-pair[1], pair[0]))
    )


def _loudest(failing: list[Finding]) -> list[Finding]:
    """One of each of the pairs of services with most findings, proved ones first."""
    pairs = Counter((finding.key.source, finding.key.target) for finding in failing)
    ranked = sorted(
        failing,
        key=lambda finding: (
            finding.certainty != "proved",
            -pairs[finding.key.source, finding.key.target],
            finding.place,
            finding.key,
        ),
    )
    found: dict[tuple[str, str], Finding] = {}
    for finding in ranked:
        found.setdefault((finding.key.source, finding.key.target), finding)
    return list(found.values())[:_MOST]


def _seen(finding: Finding) -> Line:
    return line(
        at_place(finding.place),
        " ",
        name(finding.key.source),
        " → ",
        name(finding.key.target),
        f": {finding.key.action} ",
        name(finding.key.subject),
    )


def _step(what: str, why: str) -> Entry:
    return Entry(line(command(what), quiet(f"  {why}")))
