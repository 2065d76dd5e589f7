"""The values of static execution that are no objects of the analyzed code.

Texts, numbers, booleans, None and tuples stand for themselves. An `Unknown` is a value that could not be had, with the
reason; a `Guess` is one that may be otherwise at run time (it came from the environment).
"""

from __future__ import annotations

from typing import Any, TypeAlias

Value: TypeAlias = Any
"""A plain Python constant, a tuple of values, or an instance of a class of this module or of `objects`."""


LARGEST = 100_000
"""Items of a container, characters of a text, tenths of a bit of a number: what static execution makes at most."""


class TooLargeError(Exception):
    """A value would be larger than static execution follows."""


def check_size(size: int) -> None:
    """Raise TooLargeError when a value of *size* is larger than static execution follows."""
    if size > LARGEST:
        raise TooLargeError


class Place:
    """Where a value was made, and whether only some branch of the code makes it, or one that the defaults do not take."""

    __slots__ = ("conditional", "line", "path", "unlikely")

    def __init__(self, path: str, line: int, *, conditional: bool = False, unlikely: bool = False) -> None:
        self.path = path
        self.line = line
        self.conditional = conditional
        self.unlikely = unlikely

    def doubted(self, *, unlikely: bool) -> Place:
        """The same place on a branch that may not be taken."""
        return Place(self.path, self.line, conditional=True, unlikely=self.unlikely or unlikely)


HOLE = "<?>"
"""A part of a text that only run time knows."""


class Unknown:
    """A value that could not be had."""

    __slots__ = ("place", "reason", "text")

    def __init__(self, reason: str, place: Place | None = None, text: str = "") -> None:
        self.reason = reason
        self.place = place
        self.text = text
        """What is known of a text, with a hole for each part that isn't; empty for what is none."""


class Guess:
    """A value that the environment may change; *value* is the default."""

    __slots__ = ("value",)

    def __init__(self, value: Value) -> None:
        self.value = value


class Unlikely:
    """A value that a name has only on a branch that the defaults do not take."""

    __slots__ = ("value",)

    def __init__(self, value: Value) -> None:
        self.value = value


class Either:
    """One of several values; *ranked* when the first is what defaults give, and not just the better known one."""

    __slots__ = ("options", "ranked")

    def __init__(self, options: tuple[Value, ...], *, ranked: bool = False) -> None:
        self.options = options
        self.ranked = ranked


class Symbol:
    """Something of a library that is known by its dotted name alone."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    @property
    def last(self) -> str:
        """The part after the last dot."""
        return self.name.rpartition(".")[2]


class Reference:
    """A name of a module, looked up when it is needed."""

    __slots__ = ("module", "name", "place")

    def __init__(self, module: str, name: str, place: Place) -> None:
        self.module = module
        self.name = name
        self.place = place


class ModelReference:
    """A model named by a label, looked up when it is needed."""

    __slots__ = ("label",)

    def __init__(self, label: str) -> None:
        self.label = label


class Sequence:
    """A list, a set or the result of a generator, with the place of each item; holes are Unknown items."""

    __slots__ = ("items", "kind", "places")

    def __init__(self, items: list[Value], places: list[Place | None] | None = None, kind: str = "list") -> None:
        self.items = items
        self.places: list[Place | None] = places if places is not None else [None] * len(items)
        self.kind = kind

    def append(self, item: Value, place: Place | None) -> None:
        """Add one item; raises TooLargeError."""
        check_size(len(self.items) + 1)
        self.items.append(item)
        self.places.append(place)

    def extend(self, items: list[Value], places: list[Place | None]) -> None:
        """Add several items, with the place of each; raises TooLargeError."""
        check_size(len(self.items) + len(items))
        self.items.extend(items)
        self.places.extend(places)


class Mapping:
    """A dict whose known keys are constants or other values; *open* when it may hold more."""

    __slots__ = ("factory", "items", "of_names", "open")

    def __init__(
        self, items: dict[Value, Value], *, is_open: bool = False, factory: Value = None, of_names: bool = False
    ) -> None:
        self.items = items
        self.of_names = of_names
        """Whether it is a scope, as `globals()` gives it: what is no name stays out, as code can't ask for it."""
        self.open = is_open
        self.factory = factory
        """What makes an item that is missing, as in a defaultdict; None for other dicts."""

    def update(self, items: dict[Value, Value]) -> None:
        """Add several items; raises TooLargeError."""
        check_size(len(self.items) + len(items))
        kept = {key: value for key, value in items.items() if isinstance(key, str)} if self.of_names else items
        self.items.update(kept)


class Content:
    """A file that was opened, or what it holds; only its path is known, `/` is the analyzed root."""

    __slots__ = ("path",)

    def __init__(self, path: str) -> None:
        self.path = path


class Unread:
    """Why it isn't known what a document holds; *is_there* when something lies there that may not be read."""

    __slots__ = ("is_there", "reason")

    def __init__(self, reason: str, *, is_there: bool) -> None:
        self.reason = reason
        self.is_there = is_there


class PathText(str):
    """A text that is known to be a pathlib path; `/` is the analyzed root."""

    __slots__ = ()
