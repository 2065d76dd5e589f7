"""Annotations -> types: `Order`, `"Order"`, `QuerySet[Order]`, `list[Order] | None`, `type[Order]`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class, Function
from cutpoint.domain.types import (
    ANY,
    NONE,
    NOTHING,
    PLAIN,
    PROVED,
    ClassOf,
    Cursor,
    Entered,
    Group,
    Items,
    LibraryName,
    Manager,
    ModelClass,
    Object,
    Plain,
    Query,
    Row,
    Table,
    Text,
    Type,
    Unknown,
    join,
    one,
    type_of,
    unknown,
)
from cutpoint.infer.annotated_queries import of_class, of_rows
from cutpoint.infer.annotation_texts import parsed
from cutpoint.infer.boxes import held
from cutpoint.infer.dispatch import attribute_of_type
from cutpoint.infer.names import lookup
from cutpoint.infer.type_variables import names_variable
from cutpoint.infer.typed_dicts import as_dict

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Env, Frame

_WRAPPERS = frozenset({"Optional", "Annotated", "Final", "ClassVar", "Required", "NotRequired", "ReadOnly", "Union"})
_MANY = frozenset(
    {
        "list",
        "List",
        "set",
        "Set",
        "frozenset",
        "FrozenSet",
        "Iterable",
        "Iterator",
        "Sequence",
        "Collection",
        "Generator",
        "AsyncGenerator",
        "AsyncIterator",
        "AsyncIterable",
        "MutableSequence",
        "AbstractSet",
        "deque",
        "Deque",
        "ValuesView",
        "Page",
        "Reversible",
    }
)
_MAPS = frozenset({"dict", "Dict", "Mapping", "MutableMapping", "defaultdict", "DefaultDict", "OrderedDict"})
_TYPES = frozenset({"type", "Type"})
_WAITED = frozenset({"Awaitable", "Coroutine", "ContextManager", "AsyncContextManager", "AbstractContextManager"})


def annotated_type(frame: Frame, node: Node, env: Env | None = None, bindings: dict[str, Type] | None = None) -> Type:
    """The type of values that *node* allows, as seen from code in *frame*; nothing when it tells nothing.

    *bindings* tell what type variables stand for.
    """
    return _Reading(frame, env or {}, bindings or {}).value(node, 8)


def parameter_type(frame: Frame, function: Function, annotation: Node) -> tuple[Type, bool]:
    """(type, whether it decides) of a parameter: one that names a base class or a type variable leaves it to the callers."""
    home = frame.engine.homes.of(function)
    key = (function, id(annotation) if type(annotation) is list else annotation)
    known = frame.engine.annotations.get(key)
    if known is None:
        said = annotated_type(home, annotation)
        is_open = not said or said is NONE or names_variable(home, annotation)
        known = (said, not is_open and all(_decides(home, each) for each in said))
        frame.engine.annotations[key] = known
    return known


def _decides(frame: Frame, each: Atom) -> bool:
    world = frame.engine.world
    if type(each) is Object:
        return (
            type(each.cls) is Class
            and not world.subclasses(each.cls)
            and not world.derives(each.cls, ("Protocol", "Generic"), "")
        )
    if isinstance(each, (Row, ModelClass)):
        cls = world.program.class_of(each.label)
        return cls is None or not any(world.concrete_label(other) for other in world.subclasses(cls))
    if type(each) is Items:
        return bool(each.item) and all(_decides(frame, item) for item in each.item)
    if type(each) in (Group, Table):
        return True
    return type(each) in (Query, Manager, Plain) or each in NONE or type(each) is Unknown


class _Reading:
    """Reads one annotation."""

    def __init__(self, frame: Frame, env: Env, bindings: dict[str, Type]) -> None:
        self._frame = frame
        self._bindings = bindings
        self._env = env

    def value(self, node: Node, depth: int) -> Type:
        if depth == 0:
            return NOTHING
        match node:
            case None:
                return NONE
            case str():
                return self.value(parsed(node), depth - 1)
            case [sk.NAME, ("Self" | "typing.Self"), *_] if self._frame.receiver is not None:
                return type_of(self._frame.receiver)
            case [sk.NAME, name, *_] if name in self._bindings:
                return self._bindings[name]
            case [sk.NAME | sk.ATTRIBUTE, *_]:
                return self._named(self._class(node), depth)
            case [sk.BINARY, "|", operands]:
                return self._any(operands, depth)
            case [sk.SUBSCRIPT, base, index, *_]:
                return self._subscripted(base, index, depth)
        return NOTHING

    def _any(self, nodes: list[Node], depth: int) -> Type:
        result = NOTHING
        for each in nodes:
            found = self.value(each, depth - 1)
            if not found:
                # One part that cannot be read leaves the whole open.
                return NOTHING
            result = join(result, found)
        return result

    def _class(self, node: Node) -> Type:
        """What the name in an annotation stands for."""
        match node:
            case [sk.NAME, name, *_]:
                local = self._env.get(name)
                return local if local is not None else lookup(self._frame, name)
            case [sk.ATTRIBUTE, base, name, *_]:
                return attribute_of_type(self._frame, self._class(base), name, None)
        return NOTHING

    def _named(self, cls: Type, depth: int) -> Type:
        result = NOTHING
        for each in cls:
            if type(each) is ModelClass:
                result = join(result, one(Row, each.label, PROVED, ANY))
            elif type(each) is ClassOf:
                result = join(result, self._instance(each.cls))
            elif type(each) is LibraryName:
                result = join(result, _of_library(each.name))
            elif type(each) is Text:
                result = join(result, self.value(each.value, depth - 1))
        return result

    def _instance(self, cls: Class | str) -> Type:
        world = self._frame.engine.world
        if type(cls) is not Class:
            return one(Object, cls, PROVED)
        label = world.program.label_of(cls)
        if label is not None:
            rows = NOTHING
            for other in world.subclasses(cls)[:8]:
                concrete = world.concrete_label(other)
                if concrete is not None and len(world.subclasses(cls)) <= 3:
                    rows = join(rows, one(Row, concrete, PROVED, ANY))
            return rows
        queries = of_class(world, cls)
        return as_dict(world, one(Object, cls, PROVED)) if queries is None else queries

    def _subscripted(self, base: Node, index: Node, depth: int) -> Type:
        name = _last(base)
        items = index[1] if type(index) is list and index[0] == sk.TUPLE else [index]
        if not items:
            # `Order[()]`, and what a text such as "Order[" is cut down to.
            return NOTHING
        if name in _WRAPPERS:
            first = self._any(items, depth) if name == "Union" else self.value(items[0], depth - 1)
            return join(first, NONE) if name == "Optional" and first else first
        if name in _MANY:
            return self._many(items[0], depth)
        if name in ("tuple", "Tuple"):
            if len(items) == 2 and type(items[1]) is list and items[1][0] == sk.OTHER:
                return self._many(items[0], depth)
            return one(Group, tuple(self.value(each, depth - 1) or unknown("annotation") for each in items))
        if name in _MAPS:
            value = self.value(items[-1], depth - 1)
            return one(Table, self.value(items[0], depth - 1) or PLAIN, value) if value else NOTHING
        if name in _TYPES:
            return self._classes(items[0], depth)
        if name in _WAITED:
            return one(Entered, self.value(items[-1 if name == "Coroutine" else 0], depth - 1))
        return self._generic(base, name, items, depth)

    def _many(self, item: Node, depth: int) -> Type:
        """Of `list[Any]` and `list[T]` callers know what is in it."""
        found = self.value(item, depth - 1)
        return one(Items, found) if found else NOTHING

    def _generic(self, base: Node, name: str, items: list[Node], depth: int) -> Type:
        cls = self._class(base)
        own = next((each.cls for each in cls if type(each) is ClassOf and type(each.cls) is Class), None)
        result = of_rows(self._frame.engine.world, name, own, self.value(items[0], depth - 1))
        return result or held(self._named(cls, depth), [self.value(each, depth - 1) for each in items])

    def _classes(self, node: Node, depth: int) -> Type:
        match node:
            case str():
                return self._classes(parsed(node), depth - 1)
            case [sk.NAME | sk.ATTRIBUTE, *_]:
                return type_of(*[each for each in self._class(node) if type(each) in (ModelClass, ClassOf)])
            case [sk.BINARY, "|", operands]:
                result = NOTHING
                for each in operands:
                    result = join(result, self._classes(each, depth - 1))
                return result
        return NOTHING


def _of_library(name: str) -> Type:
    last = name.rpartition(".")[2]
    if last in ("Any", "object", "TypeVar", "Callable", "Protocol"):
        return NOTHING
    if last in ("CursorWrapper", "CursorDebugWrapper") and name.startswith("django.db."):
        return one(Cursor)
    if last in ("QuerySet", "Manager", "Model", "BaseManager") and name.startswith("django."):
        return NOTHING
    if name.startswith("builtins.") and last in ("dict", "list", "set", "tuple", "type"):
        return NOTHING
    if name.startswith(("builtins.", "datetime.", "decimal.", "uuid.")):
        return PLAIN
    return one(Object, name, PROVED)


def _last(node: Node) -> str:
    match node:
        case [sk.NAME, name, *_] | [sk.ATTRIBUTE, _, name, *_]:
            return str(name)
    return ""
