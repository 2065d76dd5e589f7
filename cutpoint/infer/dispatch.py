"""The doors between the rooms of inference: what evaluates which node, what each kind of atom has, gives and yields.

The modules beside this one register themselves here, so that none of them needs to import another.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from cutpoint.domain.skeleton import NAME
from cutpoint.domain.types import FALSE, NONE, PLAIN, TRUE, Text, Type, join_all, one, unknown

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Env, Frame

    Evaluator: TypeAlias = Callable[[Frame, Node, Env], Type]
    AttributeOf: TypeAlias = Callable[[Frame, Any, str, Node], Type]
    Keywords: TypeAlias = tuple[tuple[str | None, Type], ...]
    CallOf: TypeAlias = Callable[[Frame, Any, tuple[Type, ...], Keywords, Node], Type]
    ItemOf: TypeAlias = Callable[[Frame, Any, Node], Type]

EVALUATORS: dict[int, Evaluator] = {}
ATTRIBUTES: dict[type[Atom], AttributeOf] = {}
CALLS: dict[type[Atom], CallOf] = {}
ITEMS: dict[type[Atom], ItemOf] = {}

_Handler = TypeVar("_Handler", bound="Callable[..., Type]")


def evaluates(*kinds: int) -> Callable[[_Handler], _Handler]:
    """Register what evaluates nodes of these kinds."""

    def register(handler: _Handler) -> _Handler:
        EVALUATORS.update(dict.fromkeys(kinds, handler))
        return handler

    return register


def attribute_of(*kinds: type[Atom]) -> Callable[[_Handler], _Handler]:
    """Register what looks up attributes of these kinds of atoms."""

    def register(handler: _Handler) -> _Handler:
        ATTRIBUTES.update(dict.fromkeys(kinds, handler))
        return handler

    return register


def call_of(*kinds: type[Atom]) -> Callable[[_Handler], _Handler]:
    """Register what calls these kinds of atoms."""

    def register(handler: _Handler) -> _Handler:
        CALLS.update(dict.fromkeys(kinds, handler))
        return handler

    return register


def item_of(*kinds: type[Atom]) -> Callable[[_Handler], _Handler]:
    """Register what iterating over these kinds of atoms gives."""

    def register(handler: _Handler) -> _Handler:
        ITEMS.update(dict.fromkeys(kinds, handler))
        return handler

    return register


def evaluate(frame: Frame, node: Node, env: Env) -> Type:
    """The type of an expression."""
    if type(node) is list:
        kind = node[0]
        if kind == NAME and not frame.shared:
            # A local name is what is asked for most.
            value = env.get(node[1])
            if value:
                return value
        return EVALUATORS[kind](frame, node, env)
    if type(node) is str:
        return one(Text, node)
    if node is None:
        return NONE
    if node is True:
        return TRUE
    return FALSE if node is False else PLAIN


def attribute(frame: Frame, atom: Atom, name: str, node: Node) -> Type:
    """The type of `atom.name`; *node* is where it stands, None when nobody wrote it."""
    handler = ATTRIBUTES.get(type(atom))
    return handler(frame, atom, name, node) if handler is not None else PLAIN


def attribute_of_type(frame: Frame, value: Type, name: str, node: Node) -> Type:
    """The same for every atom of a type."""
    if len(value) == 1:
        # Nearly every type is of one atom, and most of what is asked is asked here.
        handler = ATTRIBUTES.get(type(value[0]))
        return handler(frame, value[0], name, node) if handler is not None else PLAIN
    return join_all([attribute(frame, each, name, node) for each in value])


def call_atom(frame: Frame, atom: Atom, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    """The type of calling *atom*."""
    handler = CALLS.get(type(atom))
    return handler(frame, atom, arguments, keywords, node) if handler is not None else unknown("call")


def call_type(frame: Frame, value: Type, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> Type:
    """The same for every atom of a type."""
    if len(value) == 1:
        handler = CALLS.get(type(value[0]))
        return handler(frame, value[0], arguments, keywords, node) if handler is not None else unknown("call")
    return join_all([call_atom(frame, each, arguments, keywords, node) for each in value])


def call_method(frame: Frame, atom: Atom, name: str, arguments: tuple[Type, ...] = (), node: Node = None) -> Type:
    """The type of `atom.name(*arguments)`, called by Python itself and not by a name in the code."""
    return call_type(frame, attribute(frame, atom, name, None), arguments, (), node)


def item_type(frame: Frame, value: Type, node: Node) -> Type:
    """What iterating over *value* gives; *node* is the iterated expression."""
    handlers = [(each, ITEMS.get(type(each))) for each in value]
    return join_all([handler(frame, each, node) if handler is not None else PLAIN for each, handler in handlers])
