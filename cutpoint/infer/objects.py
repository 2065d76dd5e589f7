"""Attributes of everything that is neither row nor query: objects, classes, `super()`, modules, functions, plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    NONE,
    NOTHING,
    PLAIN,
    PROVED,
    AnyMethod,
    ClassOf,
    Constant,
    Cursor,
    DictOf,
    Entered,
    Expression,
    FunctionOf,
    LibraryMethod,
    LibraryName,
    Manager,
    Method,
    ModelClass,
    ModuleOf,
    Nothing,
    Object,
    OptionsOf,
    PartialOf,
    Plain,
    Query,
    Row,
    SuperOf,
    Text,
    Type,
    Unknown,
    join,
    one,
    unknown,
)
from cutpoint.infer.definitions import module_type, type_of_library
from cutpoint.infer.delegation import attribute_by_metaclass
from cutpoint.infer.dispatch import attribute_of, attribute_of_type
from cutpoint.infer.frameworks import framework_attribute
from cutpoint.infer.members import bound, by_class, class_behind, note_self_read
from cutpoint.infer.names import global_type
from cutpoint.infer.slots import attribute_slots

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Frame


@attribute_of(Object)
def _object(frame: Frame, each: Object, name: str, node: Node) -> Type:
    if isinstance(each.cls, str):
        found = framework_attribute(frame, each, name, node)
        if found is not None:
            return found
        return frame.engine.read(("attribute", each.cls, name), frame) or one(LibraryMethod, each, name)
    return _of_class(frame, each, each.cls, name, node, on_class=False)


@attribute_of(ClassOf)
def _class(frame: Frame, each: ClassOf, name: str, node: Node) -> Type:
    if name in ("__name__", "__qualname__", "__module__", "__doc__"):
        return PLAIN
    if isinstance(each.cls, str):
        return type_of_library(frame, f"{each.cls}.{name}")
    return _of_class(frame, each, each.cls, name, node, on_class=True)


def _of_class(frame: Frame, each: Atom, cls: Class, name: str, node: Node, *, on_class: bool) -> Type:
    if name == "__class__" and not on_class:
        return frame.engine.world.class_type(cls)
    if name == "_meta":
        return one(OptionsOf, each)
    hinted = frame.engine.hints.of_name(f"{cls.dotted}.{name}") if frame.engine.hints.are_any else None
    if hinted is not None:
        return hinted
    if name == "__dict__" and not on_class:
        return one(DictOf, each)
    found = frame.engine.world.member(cls, name)
    stored = _stored(frame, each, cls, name, until=found[0] if on_class and found is not None else None)
    if found is not None and type(found[0]) is Class and found[0].module.found.ours:
        said = bound(frame, each, found[0], name, found[1], node, on_class=on_class)
        # What static execution doesn't know the class body has told, once it was run.
        return stored if stored and _is_not_executed(said) else join(stored, said)
    known = framework_attribute(frame, each, name, node)
    if known is not None:
        return join(stored, known)
    if found is None:
        # Nothing of the class has this name: a subclass may, `__getattr__`, or somebody who sets it and is not seen.
        note_self_read(frame, each, name, None)
        if type(each) is ClassOf:
            stored = join(stored, attribute_by_metaclass(frame, each, cls, name, node))
        return stored or (PLAIN if name.startswith("__") else _by_getattr(frame, cls))
    definer, value = found
    if type(definer) is Class:
        return join(stored, bound(frame, each, definer, name, value, node, on_class=on_class))
    note_self_read(frame, each, name, definer)
    return stored or one(LibraryMethod, each, name)


@attribute_of(OptionsOf)
def _options(frame: Frame, each: OptionsOf, name: str, node: Node) -> Type:
    """`cls._meta.model`: the nearest `Meta` that says it, as forms, filters, resources and GraphQL types read theirs."""
    receiver = each.receiver
    cls = class_behind(frame, receiver)
    for base in frame.engine.world.program.linear(cls) if cls is not None else ():
        options = frame.engine.world.program.plain(base.attributes.get("Meta")) if type(base) is Class else None
        if type(options) is not Class:
            continue
        found = frame.engine.world.member(options, name)
        if found is not None and type(found[0]) is Class:
            note_self_read(frame, receiver, "Meta", base)
            value = bound(frame, one(ClassOf, options, PROVED)[0], found[0], name, found[1], node, on_class=True)
            return by_class(frame, receiver, base, value)
    note_self_read(frame, receiver, "Meta", None)
    return one(LibraryMethod, each, name)


def _stored(frame: Frame, each: Atom, cls: Class, name: str, until: object = None) -> Type:
    """What code stores in the attribute, on instances of *cls* or of a class of ours above it.

    The class itself has what the first class that defines the name says: *until* there.
    """
    engine = frame.engine
    own, *above = attribute_slots(engine, cls, name, until)
    own.readers[frame] = frame.runs
    result = own.type
    if result and not _SAYING_NOTHING.issuperset(map(type, result)):
        # What this very class is given says more than what its base is given for other classes.
        return by_class(frame, each, engine.makings.plain(cls), result)
    if result is NONE and engine.makings.is_without(cls, name):
        return result
    for slot in above:
        slot.readers[frame] = frame.runs
        result = join(result, slot.type)
    return result


_SAYING_NOTHING = frozenset({Unknown, Nothing, Plain})


def _is_not_executed(said: Type) -> bool:
    return len(said) == 1 and type(said[0]) is Unknown and said[0].reason == "value"


def _by_getattr(frame: Frame, cls: Class) -> Type:
    found = frame.engine.world.member(cls, "__getattr__")
    if found is not None and type(found[0]) is Class and found[0].module.found.ours:
        return unknown("dynamic-attribute")
    return unknown("attribute")


@attribute_of(SuperOf)
def _super(frame: Frame, each: SuperOf, name: str, node: Node) -> Type:
    cls = class_behind(frame, each.receiver)
    on_class = type(each.receiver) in (ClassOf, ModelClass)
    if cls is None:
        return one(LibraryMethod, each.receiver, name)
    found = frame.engine.world.member_after(cls, each.owner, name)
    definer, value = found if found is not None else (None, None)
    is_ours = type(definer) is Class and definer.module.found.ours
    known = None if is_ours else framework_attribute(frame, each.receiver, name, node)
    if type(definer) is Class and known is None:
        return bound(frame, each.receiver, definer, name, value, node, on_class=on_class)
    if known is not None:
        return known
    note_self_read(
        frame, each.receiver, "*" if type(each.receiver) in (Row, Manager, Query) else f"super.{name}", definer
    )
    return one(LibraryMethod, each.receiver, name)


@attribute_of(ModuleOf)
def _module(frame: Frame, each: ModuleOf, name: str, _node: Node) -> Type:
    program = frame.engine.world.program
    module = program.module(each.name)
    if module is None:
        return unknown("name")
    if name not in module.env:
        below = program.module(f"{each.name}.{name}")
        if below is not None:
            return one(ModuleOf, below.name)
    return global_type(frame, module, name)


@attribute_of(LibraryName)
def _library(frame: Frame, each: LibraryName, name: str, _node: Node) -> Type:
    dotted = f"{each.name}.{name}"
    below = frame.engine.world.program.module(dotted) if name.islower() and each.name.count(".") < 4 else None
    return module_type(frame, dotted) if below is not None else type_of_library(frame, dotted)


@attribute_of(Unknown)
def _unknown(_frame: Frame, each: Unknown, _name: str, _node: Node) -> Type:
    return (each,)


@attribute_of(Nothing)
def _none(_frame: Frame, _each: Nothing, _name: str, _node: Node) -> Type:
    return NOTHING


@attribute_of(Plain, Constant)
def _plain(_frame: Frame, _each: Atom, _name: str, _node: Node) -> Type:
    return PLAIN


@attribute_of(Text, Cursor, Expression, AnyMethod)
def _method(_frame: Frame, each: Atom, name: str, _node: Node) -> Type:
    return one(LibraryMethod, each, name)


@attribute_of(FunctionOf, PartialOf)
def _function(_frame: Frame, each: Atom, name: str, _node: Node) -> Type:
    # `task.delay`, `func.apply_async`: what is called is the function.
    return one(LibraryMethod, each, name)


@attribute_of(Method)
def _of_method(_frame: Frame, each: Method, name: str, _node: Node) -> Type:
    return one(LibraryMethod, each, name)


@attribute_of(Entered)
def _entered(frame: Frame, each: Entered, name: str, node: Node) -> Type:
    return attribute_of_type(frame, each.value, name, node)
