"""What `[tool.cutpoint]` says about judging: the services, decided cuts, how severe each rule is, and where the baseline lies."""

import msgspec

from cutpoint.domain.cut_settings import NamedCut
from cutpoint.domain.finding import Severity
from cutpoint.domain.service import Service

BASELINE_FOLDER = "cutpoint-baseline"

RULE_NAMES = (
    "cross-import",
    "cross-join",
    "cross-read",
    "cross-relation",
    "cross-transaction",
    "cross-write",
    "decided-cut",
    "invalid-ignore",
    "shared-table",
    "unused-ignore",
)
"""All rules, sorted; a test holds that these are those of `cutpoint.judge`."""


class Said(msgspec.Struct, frozen=True, order=True):
    """How severe a rule is between two services; `*` for any."""

    rule: str
    source: str
    target: str
    severity: Severity


class Choice(msgspec.Struct, frozen=True):
    """What one run wants to judge, whatever the configuration says."""

    select: tuple[str, ...] = ()
    """Rules; empty for all of them."""
    ignore: tuple[str, ...] = ()
    """Rules that are off in this run."""
    fail_on: Severity = Severity.ERROR
    """What is as severe as this fails the check."""

    def of(self, rule: str, severity: Severity) -> Severity:
        """The severity in this run of what has *severity* by itself."""
        if rule in self.ignore or (self.select and rule not in self.select):
            return Severity.OFF
        return Severity.ERROR if _LOUDNESS[severity] >= _LOUDNESS[self.fail_on] else severity


_LOUDNESS = {Severity.OFF: 0, Severity.NOTE: 1, Severity.WARNING: 2, Severity.ERROR: 3}


class Gate(msgspec.Struct, frozen=True):
    """The configuration of judging."""

    services: tuple[Service, ...] = ()
    severities: tuple[Said, ...] = ()
    baseline: str = BASELINE_FOLDER
    """A folder, absolute or relative to the analyzed one."""
    mistakes: tuple[str, ...] = ()
    """What is wrong with all this by the text alone."""
    places: dict[tuple[str, str], str] = {}
    """(service, key) → where that is said, as mistakes begin."""
    cuts: tuple[NamedCut, ...] = ()
    """Those that the team has decided on, sorted by name."""
    choice: Choice = Choice()

    def severity_of(self, rule: str, source: str, target: str, default: Severity) -> Severity:
        """The one that is said for most of the two services, the source before the target; else *default*."""
        best: tuple[int, Severity] | None = None
        for said in self.severities:
            if said.rule == rule and said.source in {source, "*"} and said.target in {target, "*"}:
                rank = 2 * (said.source != "*") + (said.target != "*")
                if best is None or rank > best[0]:
                    best = (rank, said.severity)
        return self.choice.of(rule, default if best is None else best[1])
