"""Lists and dicts of modules and classes: what static execution has seen in them, and what functions add later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cutpoint.domain.objects import Instance
from cutpoint.domain.types import Container, LibraryName, Text, Type, join, one
from cutpoint.domain.values import Mapping, Sequence, Symbol

if TYPE_CHECKING:
    from cutpoint.domain.values import Value
    from cutpoint.infer.frame import Frame

_KINDS = {
    **dict.fromkeys(("OrderedDict", "dict", "WeakKeyDictionary", "WeakValueDictionary"), "dict"),
    **dict.fromkeys(("list", "set", "deque", "WeakSet"), "list"),
}


def with_added(frame: Frame, found: Type, value: Value, site: Any) -> Type:  # noqa: ANN401 - any hashable
    """*found*, the type of *value*, with the container that stands for all functions' additions to it."""
    kind = type(value)
    if kind is Mapping:
        return join(found, one(Container, site, "dict"))
    if kind is Sequence:
        return join(found, one(Container, site, "list"))
    if type(value) is Instance and type(value.callee) is Symbol:
        name = value.callee.last
        if name == "defaultdict":
            factory = one_factory(tuple(one(LibraryName, a.name) for a in value.arguments if type(a) is Symbol))
            if factory is not None:
                frame.engine.write(("default", site), one(Text, factory))
                return one(Container, site, "dict")
        elif name in _KINDS:
            return join(found, one(Container, site, _KINDS[name]))
    return found


def is_shared_list(each: Container) -> bool:
    """Whether it stands for what functions add to a list of a module or class, whose own content is told beside it."""
    return each.kind == "list" and type(each.site) is tuple and each.site[0] in ("global", "class")


def one_factory(arguments: tuple[Type, ...]) -> str | None:
    """The kind of container that `defaultdict(list)` makes for each key."""
    for each in arguments[0] if arguments else ():
        if type(each) is LibraryName and each.name.startswith("builtins."):
            return _KINDS.get(each.name.removeprefix("builtins."))
    return None
