"""Verdict → SARIF 2.1.0, as code scanning services take it.

GitHub refuses a run of more than 25,000 results and shows the 5,000 most severe; of one result it takes 100 locations,
and 1,000 steps of a way. What is left out for these limits is said in a notification of the run. What is gone is no
result, because services show every result as something that is there.
"""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from cutpoint import __version__
from cutpoint.domain.finding import Finding, Place, Rule, Severity
from cutpoint.domain.verdict import Against, Verdict
from cutpoint.emit.json_text import harmless_json
from cutpoint.emit.page import count
from cutpoint.emit.verdicts.endings import ending_of
from cutpoint.emit.verdicts.sarif_log import (
    ArtifactLocation,
    CodeFlow,
    Configuration,
    Descriptor,
    Driver,
    Invocation,
    Location,
    Log,
    LogicalLocation,
    Message,
    Notification,
    PhysicalLocation,
    Region,
    Result,
    ResultProperties,
    RuleProperties,
    Run,
    RunProperties,
    Suppression,
    ThreadFlow,
    ThreadFlowLocation,
    Tool,
    UriBase,
)
from cutpoint.emit.verdicts.sentences import beside, message_of, told
from cutpoint.emit.verdicts.states import State, Stated, full_name, stated
from cutpoint.emit.verdicts.troubles import troubles_of

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_RESULTS = 25_000
SHOWN_RESULTS = 5_000
MOST_PLACES = 100
MOST_NOTIFICATIONS = 200
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note", Severity.OFF: "none"}
_ORDER = {state: number for number, state in enumerate(State)}
_SEVERE = {severity: number for number, severity in enumerate(Severity)}


def verdict_sarif(
    verdict: Verdict,
    *,
    prefix: str = "",
    help_root: str = "",
    explained: Mapping[str, str] | None = None,
    version: str = __version__,
) -> str:
    """*verdict* as SARIF: what is new first, then what is expired, newly seen, moved, accepted and suppressed.

    *prefix* leads from the repository's root to the analyzed folder. The page of a rule lies at *help_root*/RULE.md when
    that is given; *explained* holds what there is to say about a rule beyond its title.
    """
    findings = sorted(stated(verdict), key=_most_important_first)
    kept = findings[:MOST_RESULTS]
    rules = _rules(verdict.rules, findings)
    index = {rule.name: number for number, rule in enumerate(rules)}
    driver = Driver(
        "cutpoint",
        version,
        version,
        tuple(_descriptor(rule, help_root, (explained or {}).get(rule.name, "")) for rule in rules),
    )
    run = Run(
        tool=Tool(driver),
        invocations=(_invocation(verdict, len(findings)),),
        original_uri_base_ids={"%SRCROOT%": UriBase(Message("The root of the repository."))},
        column_kind="unicodeCodePoints",
        results=tuple(_result(one, verdict, index[one.finding.key.rule], prefix) for one in kept),
        properties=RunProperties(
            verdict.against,
            verdict.name,
            sum(moved.count for moved in verdict.moved),
            sum(gone.count for gone in verdict.gone),
            len(findings) - len(kept),
        ),
    )
    return harmless_json(Log(SCHEMA, "2.1.0", (run,)))


def _most_important_first(one: Stated) -> tuple[object, ...]:
    return not one.fails, _ORDER[one.state], _SEVERE[one.finding.severity], one.finding, one.fingerprint


def _rules(rules: Iterable[Rule], findings: Iterable[Stated]) -> list[Rule]:
    known = {rule.name: rule for rule in rules}
    for one in findings:
        name = one.finding.key.rule
        known.setdefault(name, Rule(name, name, one.finding.severity))
    return [known[name] for name in sorted(known)]


def _descriptor(rule: Rule, help_root: str, explained: str) -> Descriptor:
    accept = (
        f"To accept one place, write `# cutpoint: ignore[{rule.name}] -- why` beside it; "
        'to accept it for now, run `cutpoint baseline update --accept-new --reason "why"`.'
    )
    text = "\n\n".join(part for part in (rule.title, explained.strip(), accept) if part)
    return Descriptor(
        id=rule.name,
        name="".join(word.capitalize() for word in rule.name.split("-")),
        short_description=Message(_plain(rule.title)),
        full_description=Message(_plain(explained.strip() or rule.title)),
        help=Message(_plain(text), text),
        default_configuration=Configuration(rule.severity is not Severity.OFF, _LEVELS[rule.severity]),
        properties=RuleProperties(("architecture", "coupling", "django")),
        help_uri=f"{help_root.rstrip('/')}/{quote(rule.name)}.md" if help_root else "",
    )


def _result(one: Stated, verdict: Verdict, rule_index: int, prefix: str) -> Result:
    finding = one.finding
    key = finding.key
    location = _location(finding.place, prefix, names=(full_name(key),))
    related = tuple(
        _location(place, prefix, number=number, says=place.says)
        for number, place in enumerate(finding.related[: MOST_PLACES - 1], start=1)
    )
    return Result(
        rule_id=key.rule,
        rule_index=rule_index,
        level=_level(one),
        message=Message(_plain(message_of(one))),
        locations=(location,),
        # Under the first name GitHub keeps track of its alerts; the second says how it is made.
        partial_fingerprints={"primaryLocationLineHash": one.fingerprint, "cutpointKey/v1": one.fingerprint},
        properties=ResultProperties(one.state, key.source, key.target, key.subject, key.action, finding.certainty),
        related_locations=related,
        code_flows=_way(finding, prefix),
        suppressions=_suppressions(one, verdict),
        baseline_state=_baseline_state(one, verdict),
    )


def _level(one: Stated) -> str:
    """What is accepted is a note: services that heed no suppression would else take it for a failure."""
    if one.fails:
        return "error"
    return _LEVELS[one.finding.severity] if one.state is State.NEW else "note"


def _way(finding: Finding, prefix: str) -> tuple[CodeFlow, ...]:
    """From the place to the line that does it, when that lies elsewhere: the owner's declaration is no step."""
    owners = f" declares {finding.key.subject}"
    steps = [place for place in finding.related if not place.says.endswith(owners)]
    if not steps or not finding.certainty:
        return ()
    places = [finding.place, *steps[: MOST_PLACES - 1]]
    locations = tuple(
        ThreadFlowLocation(_location(place, prefix, says=place.says or finding.evidence)) for place in places
    )
    return (CodeFlow((ThreadFlow(locations),)),)


def _location(
    place: Place, prefix: str, *, number: int | None = None, says: str = "", names: tuple[str, ...] = ()
) -> Location:
    where = beside(place, prefix)
    return Location(
        PhysicalLocation(ArtifactLocation(_uri(where.path)), Region(where.line, where.end_line)),
        number,
        tuple(LogicalLocation(name) for name in names),
        Message(_plain(told(says))) if says else None,
    )


def _uri(path: str) -> str:
    try:
        # What of a path is no UTF-8 comes as lone surrogates, and is percent-encoded as the bytes it was.
        return quote(path.encode("utf-8", "surrogateescape"))
    except UnicodeEncodeError:
        return quote(path.encode("utf-8", "backslashreplace"))


def _suppressions(one: Stated, verdict: Verdict) -> tuple[Suppression, ...]:
    where = verdict.name if verdict.against is Against.BASELINE else f"revision {verdict.name}"
    match one.state:
        case State.NEW:
            return ()
        case State.SUPPRESSED:
            return (Suppression("inSource", "accepted", told(one.why)),)
        case State.EXPIRED:
            return (Suppression("external", "rejected", told(f"{where}: {one.why}")),)
        case State.NEWLY_SEEN:
            return (Suppression("external", "underReview", told(f"older than {where}, and newly seen")),)
        case _:
            return (Suppression("external", "accepted", told(f"{where}: {one.why}" if one.why else where)),)


def _baseline_state(one: Stated, verdict: Verdict) -> str:
    if verdict.against is Against.NOTHING:
        return ""
    match one.state:
        case State.NEW:
            return "new"
        case State.MOVED:
            return "updated"
        case _:
            return "unchanged"


def _invocation(verdict: Verdict, results: int) -> Invocation:
    of_run = [*_limits(results)]
    of_baseline: list[Notification] = []
    for trouble in troubles_of(verdict):
        (of_baseline if trouble.of_baseline else of_run).append(
            Notification(trouble.level, Message(_plain(trouble.text)))
        )
    return Invocation(
        execution_successful=not verdict.unread or verdict.allow_unread,
        exit_code=verdict.exit_code,
        exit_code_description=ending_of(verdict),
        tool_execution_notifications=_few(of_run),
        tool_configuration_notifications=_few(of_baseline),
    )


def _limits(results: int) -> Iterator[Notification]:
    if results > MOST_RESULTS:
        text = f"{count(results - MOST_RESULTS, 'result')} of {results:,} left out: GitHub takes no more than {MOST_RESULTS:,} of a run."
        yield Notification("warning", Message(text))
    if results > SHOWN_RESULTS:
        text = f"GitHub shows the {SHOWN_RESULTS:,} most severe of these results."
        yield Notification("note", Message(text))


def _few(notifications: list[Notification]) -> tuple[Notification, ...]:
    if len(notifications) <= MOST_NOTIFICATIONS:
        return tuple(notifications)
    left = len(notifications) - MOST_NOTIFICATIONS
    return (
        *notifications[:MOST_NOTIFICATIONS],
        Notification("note", Message(f"{left:,} more of these are left out here.")),
    )


def _plain(text: str) -> str:
    """*text* as a plain message of SARIF: braces are doubled there, and `[…](…)` would be a link."""
    return text.replace("](", "] (").replace("{", "{{").replace("}", "}}")
