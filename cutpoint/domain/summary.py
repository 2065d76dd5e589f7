"""What is to be read first about a monolith: how much was seen, the best cut, the shared tables that hurt most."""

import re

import msgspec

from cutpoint.domain.coverage import CoverageCause
from cutpoint.domain.cut import Verdict
from cutpoint.domain.source import Evidence

MOST = 3
"""Work items, and shared tables."""

HELPERS = frozenset(
    {"migration", "migrations"}
    | {"demo", "dummy", "factories", "factory", "fake", "faker", "fixture", "fixtures", "mock", "mocks", "populate"}
    | {"sample", "samples", "seed", "seeder", "seeds", "testing", "testutils"}
)
"""Words in the names of files and folders that hold test helpers, seed data, or old migrations and their helpers."""
_WORD = re.compile(r"[a-z]+")
_COMMANDS = "management/commands/"
_TESTS = frozenset({"test", "tests"})
"""Of commands, which make data for tests; elsewhere a test may be what the project is about."""


def is_for_tests(package: str) -> bool:
    """Whether *package*, dotted, lies in one that is called like tests; settings may install such apps."""
    return not _TESTS.isdisjoint(package.split("."))


def is_helper(path: str) -> bool:
    """Whether *path* is that of a test helper or of a script that fills tables with seed data, by its words."""
    words = _WORD.findall(path.lower().removesuffix(".py"))
    command = _WORD.findall(path.lower().removesuffix(".py").partition(_COMMANDS)[2])
    return not (HELPERS.isdisjoint(words) and _TESTS.isdisjoint(command))


class WorkItem(msgspec.Struct, frozen=True):
    """Work of one kind with one other side: the work items of a cut, summed up."""

    kind: str
    """As on the bill of the cut; `identity` are reads of who is signed in."""
    what: str
    """What to do, in words."""
    places: int
    """Where something has to change, each place once."""
    evidence: tuple[Evidence, ...]
    """The first places, sorted."""


class BestCut(msgspec.Struct, frozen=True):
    """The cut to look into first."""

    id: str
    name: str
    apps: tuple[str, ...]
    """Those of which it takes every model, sorted."""
    models: int
    score: float
    verdict: Verdict
    internal: float
    """The share of its coupling that stays inside of it, from 0 to 1."""
    writers: tuple[str, ...]
    """Apps whose code stays and writes into it, cascades left out, sorted; modules where there is but one app."""
    transactions: int
    """Those that write both sides by name."""
    work: tuple[WorkItem, ...]
    """The largest of each kind, the largest first; at most three."""


class FirstStep(msgspec.Struct, frozen=True):
    """Without a good cut, what to begin with: the shared table that takes the fewest places for one writer."""

    table: str
    places: int


class SharedTableLine(msgspec.Struct, frozen=True):
    """A first-party table that several apps write, in one line."""

    table: str
    apps: tuple[str, ...]
    """Its writers, the one with most direct places first."""
    outside: bool
    """Whether code outside of apps writes it, too."""
    direct: int
    """Places where a statement of the project writes it."""
    implicit: int
    """Places where a form, a serializer, an admin page, a cascade, a trigger or a receiver does."""
    first: Evidence
    """The first place where another app than its owner writes it, by a statement if there is one."""


class SharedTables(msgspec.Struct, frozen=True):
    """First-party tables that several apps write."""

    count: int
    of: int
    """All first-party tables."""
    first: tuple[SharedTableLine, ...]
    """Those with most to move, direct writes first; at most three."""
    histories: int
    """How many more keep the history of another one."""
    helpers: int
    """How many more are of apps for tests, or shared with nothing but test helpers, seed data and old migrations."""


class Summary(msgspec.Struct, frozen=True):
    """The first screen of a report."""

    project: str
    apps: int
    """First-party."""
    test_apps: int
    """Those of them that lie in packages called `test` or `tests`."""
    models: int
    """First-party; neither abstract nor made by a many-to-many field."""
    tables: int
    """First-party."""
    django: str
    """The version whose source was read."""
    settings: str | None
    writes_seen: float | None
    """Of the writes by statements, those that are told, by the report's own estimate, from 0 to 1; None without queries."""
    hidden: tuple[CoverageCause, ...]
    """What hides most of the rest, heaviest first."""
    best_cut: BestCut | None
    no_cut: str
    """Why there is no best cut, in a sentence; empty where there is one."""
    first_step: FirstStep | None
    separate: tuple[str, ...]
    """Cuts that nothing crosses, and those of a model or two that are worth it by their score."""
    shared_tables: SharedTables
