"""Findings: a rule speaks about evidence. What makes two of them the same is their key, which holds no line number."""

from enum import StrEnum

import msgspec


class Severity(StrEnum):
    """What a new finding of a rule does to the verdict."""

    ERROR = "error"
    """It breaks the rule: the check fails."""
    WARNING = "warning"
    """It is shown among the first, and fails nothing."""
    NOTE = "note"
    """It is counted, and shown on request."""
    OFF = "off"
    """Nobody looks."""


class Rule(msgspec.Struct, frozen=True, order=True):
    """A judgement of ours; one file in `cutpoint/judge/rules` each."""

    name: str
    """Two words with a hyphen: the code by which configuration, ledgers and outputs know it."""
    title: str
    """One sentence, shown in outputs that list rules."""
    severity: Severity
    """Unless the configuration says otherwise."""


class Key(msgspec.Struct, frozen=True, order=True):
    """What makes findings the same in two runs; several places may have one key, so it comes with a count."""

    rule: str
    source: str
    """The service that does it."""
    target: str
    """The service to which it is done."""
    subject: str
    """The table, or the module that is imported."""
    action: str
    """`insert`, `update`, `delete`, `save` (either of the first two), `read`, the kind of a relation or the scope of an import."""
    module: str
    function: str
    """Qualified name inside the module: of a function, a method or a class; empty at the module's own level."""
    expression: str
    """What does it, in a shape that moves and reformatting don't change."""


class Place(msgspec.Struct, frozen=True, order=True):
    """Lines of a file of the project; *says* tells what is to be seen there, where that isn't the finding itself."""

    path: str
    line: int
    end_line: int
    says: str = ""


class Finding(msgspec.Struct, frozen=True, order=True):
    """One rule, one place."""

    key: Key
    place: Place
    severity: Severity
    evidence: str
    """What is to be seen: `payments/tasks.py:41 updates orders_order`, without the place."""
    meaning: str
    """Why that matters."""
    move: str
    """One thing that could be done about it."""
    related: tuple[Place, ...] = ()
    """The owner's side first, then the way from the place to the line that does it."""
    certainty: str = ""
    """As in accesses; empty for what is read off definitions."""
    times: int = 1
    """How often the place does the same: `order.save(); other.save()` does it twice on one line."""


class Ignore(msgspec.Struct, frozen=True, order=True):
    """A comment `# cutpoint: ignore[rule] -- reason`."""

    path: str
    line: int
    rules: tuple[str, ...]
    reason: str
    first: int = 0
    """The first line of what it speaks of: the statement that it stands in or behind, or the one below."""
    last: int = 0
    """The last one: of a statement with a block, where its head ends."""

    def speaks_of(self, place: Place) -> bool:
        """Whether *place* begins in the lines that it speaks of."""
        return self.first <= place.line <= self.last
