"""Bodies of modules and classes: looked at once, and what a class declares there kept."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class, Function
from cutpoint.infer.frame import Frame
from cutpoint.infer.view_classes import give_model

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cutpoint.domain.objects import Module
    from cutpoint.domain.skeleton import Body, Node
    from cutpoint.infer.engine import Engine


def in_order_of_names(body: Body) -> Body:
    """*body* with its functions last, sorted by name: where they stand says nothing, and must change nothing."""
    functions = [node for node in body if node[0] == sk.FUNCTION]
    functions.sort(key=itemgetter(1))
    return [*(node for node in body if node[0] != sk.FUNCTION), *functions]


def module_body(engine: Engine, module: Module, body: Body) -> None:
    """Look at the statements of a module's own level, classes included."""
    frame = Frame(engine, None, module, "")
    frame.root = True
    frame.body = in_order_of_names(body)
    engine.frames[("module", module.name)] = frame
    engine.rerun_body(frame)


def class_body(outer: Frame, cls: Class, node: Node) -> None:
    """Look at the statements of a class's body."""
    engine = outer.engine
    known = engine.frames.get(("class", cls))
    if known is not None:
        return
    frame = Frame(engine, None, outer.module, cls.qualname)
    frame.owner = cls
    frame.is_class_body = True
    frame.root = True
    frame.body = in_order_of_names(node[5])
    engine.frames["class", cls] = frame
    env = engine.rerun_body(frame)
    engine.class_bodies[cls] = [name for name in env if type(name) is str]
    give_model(engine, cls)


def fields_of(engine: Engine, cls: Class) -> list[str]:
    """Names that a class and its bases declare, in the order of a dataclass's parameters."""
    names: dict[str, None] = {}
    for base in reversed(engine.world.program.linear(cls)):
        for name in engine.class_bodies.get(base) or _fields_by_call(engine, base):
            if type(base.attributes.get(name)) is not Function:
                names[name] = None
    return list(names)


def _fields_by_call(engine: Engine, base: object) -> Iterable[str]:
    """`namedtuple("Sold", "wish number")` makes a class that has no body, only what that call says."""
    if type(base) is not Class or not base.declared or base.attributes or len(base.bases) != 1:
        return ()
    return base.declared if engine.world.derives(base, ("NamedTuple",), "typing") else ()
