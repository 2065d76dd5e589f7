"""Members of classes as seen from an instance, the class, or `super()`: functions bound, properties called, values typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cutpoint.domain.objects import Class, Function, Instance
from cutpoint.domain.types import (
    ANY,
    BY_CLASS,
    CERTAINTY_BITS,
    INFERRED,
    NOTHING,
    PROVED,
    STORED,
    ClassOf,
    FunctionOf,
    LibraryName,
    Manager,
    Method,
    ModelClass,
    Object,
    Query,
    Row,
    Type,
    atom,
    join,
    join_all,
    one,
)
from cutpoint.domain.values import Symbol
from cutpoint.infer.dispatch import call_atom
from cutpoint.infer.levels import is_leveled, with_level
from cutpoint.infer.newness import asks_for_newness
from cutpoint.infer.shared_containers import with_added
from cutpoint.infer.values import type_of_value

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.domain.values import Value
    from cutpoint.infer.frame import Frame


def class_behind(frame: Frame, receiver: Atom) -> Class | None:
    """The class of known code that *receiver* is an instance of, or is."""
    if isinstance(receiver, (Row, ModelClass)):
        return frame.engine.world.program.class_of(receiver.label)
    if isinstance(receiver, (Object, ClassOf, Manager, Query)):
        return receiver.cls if type(receiver.cls) is Class else None
    return None


def lineage_of(frame: Frame, receiver: ModelClass | ClassOf) -> Type:
    """The classes of known code that a class inherits from, itself included."""
    cls = class_behind(frame, receiver)
    result = NOTHING
    for base in frame.engine.world.program.linear(cls) if cls is not None else ():
        if type(base) is Class:
            result = join(result, frame.engine.world.class_type(base, receiver.level))
        elif type(base) is Symbol:
            result = join(result, one(LibraryName, base.name))
    return result


def direct_subclasses(frame: Frame, receiver: ModelClass | ClassOf) -> Type:
    """The classes that name a class among their bases, those of test code left out: `Plugin.__subclasses__()`."""
    world = frame.engine.world
    cls = class_behind(frame, receiver)
    result = NOTHING
    for other in world.subclasses(cls) if cls is not None else ():
        if cls in other.bases and other.module.name not in world.test_modules:
            result = join(result, world.class_type(other, max(receiver.level & CERTAINTY_BITS, INFERRED)))
    return result


def bound(frame: Frame, receiver: Atom, definer: Class, name: str, value: Value, node: Node, *, on_class: bool) -> Type:
    """What looking up *value*, found in *definer*, gives on *receiver*."""
    note_self_read(frame, receiver, name, definer)
    forced = value if type(value) is Function else frame.engine.world.program.plain(value)
    if type(forced) is Function:
        return _bound_function(frame, receiver, forced, node, on_class=on_class)
    if type(forced) is Instance and _is_method_descriptor(forced):
        inner = forced.arguments[0] if forced.arguments else None
        function = frame.engine.world.program.plain(inner)
        if type(function) is Function:
            return one(Method, function, receiver, None)
    found = type_of_value(frame, value)
    if definer.module.found.ours:
        found = with_added(frame, found, forced, ("class", definer, name))
    return by_class(frame, receiver, definer, found)


def _is_method_descriptor(value: Instance) -> bool:
    callee = value.callee
    return type(callee) is Symbol and callee.last in ("partialmethod", "classmethod", "staticmethod")


def _bound_function(frame: Frame, receiver: Atom, function: Function, node: Node, *, on_class: bool) -> Type:
    if function.kind == "staticmethod":
        return one(FunctionOf, function, None)
    if function.kind == "classmethod":
        return one(Method, function, receiver if on_class else class_of_instance(receiver), None)
    if function.kind == "classproperty":
        cls = receiver if on_class else class_of_instance(receiver)
        return call_atom(frame, atom(Method, function, cls, None), (), (), node)
    if function.kind == "property":
        if on_class:
            return NOTHING
        return call_atom(frame, atom(Method, function, receiver, None), (), (), node)
    if on_class and type(receiver) not in (Manager, Query):
        return one(FunctionOf, function, None)
    return one(Method, function, receiver, None)


def class_of_instance(receiver: Atom) -> Atom:
    """`type(receiver)`."""
    if type(receiver) is Row:
        return atom(ModelClass, receiver.label, receiver.level)
    if type(receiver) is Object:
        return atom(ClassOf, receiver.cls, receiver.level)
    if isinstance(receiver, (Query, Manager)) and receiver.cls is not None:
        return atom(ClassOf, receiver.cls, receiver.level)
    return receiver


def by_class(frame: Frame, receiver: Atom, definer: Class, found: Type) -> Type:
    """*found*, marked as decided by the class of `self` when generic code reads what a subclass says."""
    if receiver is not frame.receiver or frame.owner is None or definer is frame.owner:
        return found
    if definer in frame.engine.world.program.linear(frame.owner):
        return found
    return marked(found, BY_CLASS)


def marked(found: Type, bit: int) -> Type:
    """*found* with a bit added to the level of each atom that has one."""
    return join_all([(with_level(each, each.level | bit),) if is_leveled(each) else (each,) for each in found])


def note_self_read(frame: Frame, receiver: Atom, name: str, definer: Any) -> None:  # noqa: ANN401 - a class, a symbol or a marker
    """Remember that this body depends on what the class of `self` says of *name*."""
    if receiver is frame.receiver:
        frame.self_reads[name] = definer


def class_read(frame: Frame, receiver: Atom) -> Atom:
    """`type(receiver)` in the body of *frame*, which depends on which model `self` is when it asks for its class."""
    if receiver is frame.receiver and type(receiver) is Row:
        frame.self_reads["*"] = True
    return class_of_instance(receiver)


def canonical_receiver(frame: Frame, receiver: Atom, function: Function) -> Atom:
    """*receiver* as `self` of *function*: the same for every caller, marked when the class is not the function's own."""
    if type(receiver) is Row:
        own = frame.engine.world.program.class_of(receiver.label) is function.owner
        # Whether it is stored already tells methods apart that ask for it.
        asks = receiver.state == STORED and asks_for_newness(frame.engine, function)
        return atom(Row, receiver.label, PROVED if own else BY_CLASS, STORED if asks else ANY)
    if is_leveled(receiver):
        own = getattr(receiver, "cls", None) is function.owner and type(receiver) in (Object, ClassOf)
        return with_level(receiver, PROVED if own else BY_CLASS)
    return receiver
