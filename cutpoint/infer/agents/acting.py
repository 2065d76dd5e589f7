"""Acting: whatever is seen while a framework works for a declaration is told with that declaration as its cause."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Function
from cutpoint.domain.types import Constant, FormOf, FormSetOf, Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.types import Atom, Type
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

    Declaration = tuple[str, int, str]

_PACKAGES = frozenset({"django.contrib.auth"})


@contextmanager
def acting(frame: Frame, via: str, declaration: Declaration | None) -> Iterator[None]:
    """While this lasts, *frame* sees what a framework does because of *declaration*: (path, line, name)."""
    circumstances = frame.engine.circumstances
    before, agents = circumstances.acting, circumstances.agents_in(frame)
    if declaration is not None and (via, *declaration) not in agents:
        circumstances.acting = (frame, (*agents, (via, *declaration)))
    try:
        yield
    finally:
        circumstances.acting = before


def declaration_of(frame: Frame, each: Atom) -> Declaration | None:
    """Where the class of *each* is declared; of a form that a factory makes, its model."""
    cls = getattr(each, "cls", None)
    for base in frame.engine.world.program.linear(cls) if type(cls) is Class else ():
        if type(base) is Class and base.module.found.ours:
            return (base.path, base.line, base.dotted)
    if isinstance(each, (FormOf, FormSetOf, Row)):
        model = frame.engine.world.space.model(each.label)
        if model is not None:
            return (model.path, model.line, f"{model.module}.{model.name}")
    return None


def library_place(frame: Frame, name: str) -> Declaration:
    """Where Django defines the function or class; the beginning of its module, when its source isn't at hand."""
    module, _, bare = name.rpartition(".")
    found = frame.engine.world.program.plain(frame.engine.world.program.member(module, bare))
    if type(found) is Function:
        return (found.place.path, found.place.line, name)
    if type(found) is Class:
        return (found.path, found.line, name)
    path = module.replace(".", "/")
    return (f"{path}/__init__.py" if module in _PACKAGES else f"{path}.py", 1, name)


def is_true(value: Type) -> bool:
    """Whether the constant True may arrive."""
    return any(type(each) is Constant and each.value is True for each in value)


def is_false(value: Type) -> bool:
    """Whether nothing but the constant False arrives."""
    return bool(value) and all(type(each) is Constant and each.value is False for each in value)


def argument(arguments: tuple[Type, ...], keywords: Keywords, position: int, name: str) -> Type:
    """An argument by its position or name; nothing when it isn't given."""
    if len(arguments) > position:
        return arguments[position]
    return dict(keywords).get(name, ())
