"""Pictures: nodes and arrows at one level of one graph, ready to be written in any format; `a → b` reads "a needs b"."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from cutpoint.domain.access import Certainty
from cutpoint.domain.doubt import Doubt
from cutpoint.domain.source import Evidence


class Of(StrEnum):
    """What a picture is of."""

    IMPORTS = "imports"
    """Which code loads which."""
    MODELS = "models"
    """Which model points at which."""
    QUERIES = "queries"
    """Which code reads and writes whose tables."""
    CALLS = "calls"
    """Which code calls which, of all that entry points lead to."""
    CUT = "cut"
    """What crosses a cut."""


class Level(StrEnum):
    """What a node stands for."""

    SERVICE = "service"
    APP = "app"
    MODEL = "model"
    MODULE = "module"
    TABLE = "table"


LEVELS: dict[Of, tuple[Level, ...]] = {
    Of.IMPORTS: (Level.SERVICE, Level.APP, Level.MODULE),
    Of.MODELS: (Level.SERVICE, Level.APP, Level.MODULE, Level.MODEL, Level.TABLE),
    Of.QUERIES: (Level.SERVICE, Level.APP, Level.MODULE, Level.MODEL, Level.TABLE),
    Of.CALLS: (Level.SERVICE, Level.APP, Level.MODULE),
    Of.CUT: (Level.SERVICE, Level.APP, Level.MODULE, Level.MODEL, Level.TABLE),
}
"""The levels that each graph has: what is imported or called is code, and never a row."""

KINDS: dict[Of, tuple[str, ...]] = {
    Of.IMPORTS: ("module", "function", "typing"),
    Of.MODELS: ("fk", "o2o", "m2m", "parent", "generic_relation"),
    Of.QUERIES: ("write", "read", "join"),
    Of.CALLS: ("call", "later", "task"),
    Of.CUT: ("write", "read", "join", "relation", "call"),
}
"""The kinds of arrows that each graph has, the gravest first."""


class Node(msgspec.Struct, frozen=True, order=True):
    """A service, app, module, model or table."""

    id: str
    """Its kind and its name, in cuts with the side before: `app:billing`, `take/app:billing`."""
    label: str
    """Its name."""
    kind: Level
    cluster: str | None
    """What it lies in: the service of an app, the app of what is smaller, the side of a cut."""
    weight: int
    """Models of a service or app, columns of a model or table, models that a module declares."""
    ours: bool = True


class Arrow(msgspec.Struct, frozen=True, order=True):
    """All evidence for one kind of need of one node for another."""

    source: str
    """The id of a node."""
    target: str
    kind: str
    count: int
    """Places: as many as there is evidence."""
    implicit: int
    """Those of them where something else makes it happen: a cascade, a signal, a form, the admin."""
    weakest: Certainty
    strongest: Certainty
    evidence: tuple[Evidence, ...]
    """Sorted, each place once."""


class Picture(msgspec.Struct, frozen=True):
    """One graph at one level; nodes are sorted by id, arrows by their ends and kind."""

    title: str
    of: Of
    level: Level
    nodes: tuple[Node, ...]
    arrows: tuple[Arrow, ...]
    is_complete: bool = True
    """Whether nothing was lost on the way that may be missing here."""
    doubts: tuple[Doubt, ...] = ()
    """Why all of it is doubtful besides."""

    @property
    def clusters(self) -> tuple[str, ...]:
        """Those that hold a node, sorted."""
        return tuple(sorted({node.cluster for node in self.nodes if node.cluster is not None}))


class Layout(msgspec.Struct, frozen=True):
    """Where nodes stand; the same for the same picture."""

    rows: tuple[tuple[str, ...], ...]
    """Ids from top to bottom and from left to right: who needs others stands above them, but for circles."""
    order: tuple[str, ...]
    """Ids, so that as few places as possible need somebody before them."""
