"""The verdict: the findings of a run held against what was accepted or what was there before."""

from enum import StrEnum

import msgspec

from cutpoint.domain.baseline import Entry, Spot
from cutpoint.domain.doubt import Doubt
from cutpoint.domain.errors import EXIT_BROKEN, EXIT_INCOMPLETE, EXIT_OK, EXIT_STALE
from cutpoint.domain.finding import Finding, Key, Rule, Severity


class Against(StrEnum):
    """What the findings were held against."""

    BASELINE = "baseline"
    REVISION = "revision"
    NOTHING = "nothing"


class Growth(msgspec.Struct, frozen=True, order=True):
    """More places of one key than were accepted; which of them is the new one can't be told when they look the same."""

    key: Key
    findings: tuple[Finding, ...]
    """All places of the key, sorted."""
    accepted: int
    severity: Severity

    @property
    def count(self) -> int:
        """How many are new."""
        return sum(finding.times for finding in self.findings) - self.accepted


class Gone(msgspec.Struct, frozen=True, order=True):
    """Fewer places of one key than were accepted."""

    entry: Entry
    found: int
    severity: Severity

    @property
    def count(self) -> int:
        """How many are gone."""
        return self.entry.count - self.found


class Moved(msgspec.Struct, frozen=True, order=True):
    """The same finding elsewhere: its file, function or class was moved or renamed."""

    before: Key
    after: Key
    count: int
    why: str
    """`git says renamed`, or how much of the body is the same."""
    findings: tuple[Finding, ...] = ()
    """Those of *after*, sorted."""


class Suppressed(msgspec.Struct, frozen=True, order=True):
    """A finding that a comment beside it accepts."""

    finding: Finding
    reason: str


class Tally(msgspec.Struct, frozen=True, order=True):
    """Findings of one rule from one service into another: now, and before."""

    source: str
    target: str
    rule: str
    before: int
    now: int


class Verdict(msgspec.Struct, frozen=True):
    """Everything that the outputs of `check` and `diff` tell; every tuple is sorted."""

    against: Against
    name: str
    """Of the baseline's folder or of the revision, as given."""
    rules: tuple[Rule, ...]
    """With the severities of this run."""
    findings: tuple[Finding, ...]
    """All that are not suppressed."""
    new: tuple[Growth, ...] = ()
    newly_seen: tuple[Growth, ...] = ()
    """The code was there when the baseline was made; an older cutpoint didn't see it."""
    moved: tuple[Moved, ...] = ()
    gone: tuple[Gone, ...] = ()
    expired: tuple[Entry, ...] = ()
    """Entries whose day is over and whose findings are still there."""
    suppressed: tuple[Suppressed, ...] = ()
    new_spots: tuple[Spot, ...] = ()
    """Blind spots that weren't there before; *count* says how many more."""
    tallies: tuple[Tally, ...] = ()
    notes: tuple[str, ...] = ()
    """What the reader should know: an odd baseline, limits of an output."""
    unread: tuple[str, ...] = ()
    """Files and folders that could not be read or parsed, with the reason."""
    doubts: tuple[Doubt, ...] = ()
    """Why all of it is doubtful; what could not be read is in *unread*."""
    allow_stale: bool = False
    allow_unread: bool = False
    is_whole: bool = True
    """Whether the whole project was analyzed, so that what wasn't found is gone."""
    is_complete: bool = True
    """Whether nothing was lost on the way, now or of what it is held against."""
    has_lost: bool = False
    """Whether the run itself lost some of it: then even what is broken may be wrong, and another run may say."""

    @property
    def broken(self) -> tuple[Growth, ...]:
        """What fails the check."""
        return tuple(growth for growth in self.new if growth.severity is Severity.ERROR)

    @property
    def stale(self) -> tuple[Gone, ...]:
        """Accepted and gone, of the rules that can fail the check."""
        return tuple(gone for gone in self.gone if gone.severity is Severity.ERROR)

    @property
    def exit_code(self) -> int:
        """3 the run lost something, 1 broken, 3 something not read, 4 stale or expired entries, else 0; the first that holds."""
        if self.has_lost and not self.allow_unread:
            return EXIT_INCOMPLETE
        if self.broken:
            return EXIT_BROKEN
        if self.unread and not self.allow_unread:
            return EXIT_INCOMPLETE
        is_stale = self.against is Against.BASELINE and self.is_whole and not self.allow_stale and bool(self.stale)
        return EXIT_STALE if self.expired or is_stale else EXIT_OK
