"""Where a value comes from, and what holds at a point of a body: the nouns of this room.

A *value* is (root, path): `order.lines` of a parameter `order` is `(("param", "order"), ("lines",))`. A root says how the
object came into the body:

| root                       | the object is                                                     |
| -------------------------- | ----------------------------------------------------------------- |
| `("param", name)`          | what the caller hands over                                         |
| `("call", node id)`        | what a call gives; of lists and querysets, each of their rows      |
| `("item", node id, value)` | one row of a list or queryset, in a loop                           |
| `("list", node id)`        | one item of a list or dict that is filled here                     |
| `("any", values)`          | one thing that may be seen in several ways, of which any tells      |
| `("either", values)`       | one of several things, of which all must tell                      |
| `("free", name)`           | what a function around has under this name                         |
| `("none",)`                | None, of which nothing can be fetched                              |
| `("other", node id)`       | anything else                                                      |
"""

from __future__ import annotations

from typing import Any, NamedTuple

Root = tuple[Any, ...]
Value = tuple[Root, tuple[str, ...]]

NO_OBJECT: Value = (("none",), ())
ANYTHING: Root = ("anything",)
# The rows of a queryset that has run.
RAN = "()"
# What lies further away is not followed.
FURTHEST = 6


class Point(NamedTuple):
    """What is known where the body has got to, on every way that leads there."""

    loaded: frozenset[Value] = frozenset()
    """What was looked at or assigned: an attribute that is a relation has been fetched by that."""
    held: dict[Value, Value] = {}  # noqa: RUF012 - copied before it is changed
    """Attributes and items that were assigned -> what they hold."""
    done: frozenset[int] = frozenset()
    """Node ids of the calls that have returned."""
    lost: frozenset[Value] = frozenset()
    """What may be another row now than when it came into the body."""


START = Point()


class Call(NamedTuple):
    """One call as written: what is handed over, and what holds then."""

    receiver: Value | None
    name: str
    arguments: tuple[Value | None, ...]
    """None from the first `*` on."""
    keywords: dict[str, Value]
    point: Point
    passes_on: bool
    """Whether it hands over exactly the `*args` and `**kwargs` of the function around."""


class Record:
    """What one body says, whatever the types in it are."""

    __slots__ = ("by_root", "calls", "exits", "filled", "generates", "inner", "seen", "uses")

    def __init__(self) -> None:
        self.seen: dict[int, tuple[Value, Point]] = {}
        """Node id of a name, attribute or call -> its value, and what holds before it."""
        self.calls: dict[int, Call] = {}
        self.by_root: dict[Root, list[tuple[int, int | str, tuple[str, ...]]]] = {}
        """Root -> (node id of a call that it is handed to, parameter by position or name, -1 for the receiver; path)."""
        self.exits: list[tuple[Value, Point]] = []
        """What is returned, and what holds then."""
        self.filled: dict[Root, list[tuple[Value, Point]]] = {}
        """Root of a list or dict -> what it is filled with, and what holds then."""
        self.generates = False
        self.inner: dict[int | str, list[tuple[dict[str, Value], Point]]] = {}
        """Node id of the body of a lambda, or name of a function inside -> what it finds around wherever it is spoken of."""
        self.uses: dict[Root, dict[tuple[str, int], None]] = {}
        """Root of what a call gives -> (method that is called on it, node id of that call); `return`, and nothing for all else."""

    def use(self, value: Value, word: str, node_id: int = 0) -> None:
        """Note what a value is used for."""
        root, path = value
        if root[0] == "call" and not path:
            self.uses.setdefault(root, {})[word, node_id] = None
        elif root[0] in ("any", "either") and not path:
            for each in root[1]:
                self.use(each, word, node_id)


def step(value: Value, name: str, held: dict[Value, Value]) -> Value:
    """The value of an attribute, or of an item."""
    root, path = value
    further = (root, (*path, name))
    known = held.get(further)
    return known if known is not None else further


def along(value: Value, path: tuple[str, ...], held: dict[Value, Value]) -> Value:
    """The value at the end of *path*."""
    for name in path:
        value = step(value, name, held)
    return value


def is_below(value: Value, base: Value) -> bool:
    """Whether *value* is *base*, or is reached by way of it."""
    return value[0] == base[0] and value[1][: len(base[1])] == base[1]


def without(point: Point, gone: Value) -> Point:
    """*point* when whatever is reached by way of *gone* may be another thing now."""
    return Point(
        frozenset(each for each in point.loaded if not is_below(each, gone)),
        {key: value for key, value in point.held.items() if not is_below(key, gone)},
        point.done,
        point.lost | {gone},
    )


def without_name(point: Point, name: str) -> Point:
    """*point* when any attribute *name* may be another thing now."""
    return Point(
        frozenset(each for each in point.loaded if name not in each[1]),
        {key: value for key, value in point.held.items() if name not in key[1]},
        point.done,
        point.lost | {(ANYTHING, (name,))},
    )


def is_lost(value: Value, point: Point) -> bool:
    """Whether what is known of *value* from elsewhere may be of another thing than the one that is meant at *point*."""
    return any(gone[1][0] in value[1] if gone[0] is ANYTHING else is_below(value, gone) for gone in point.lost)


def common(a: Point, b: Point) -> Point:
    """What holds after either of two ways."""
    if a is b:
        return a
    held = a.held if a.held is b.held else {key: value for key, value in a.held.items() if b.held.get(key) == value}
    return Point(a.loaded & b.loaded, held, a.done & b.done, a.lost | b.lost)
