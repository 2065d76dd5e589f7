"""`found = {}` that nothing is put into: a test of it never holds, in the function that makes it and where that gives it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import Container
from cutpoint.domain.walking import nodes_in

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom, Type
    from cutpoint.infer.frame import Frame


def are_kept_empty(frame: Frame, value: Type, name: str) -> bool:
    """Whether the local *name* holds dicts that are made empty and never get a key, as far as all code in reach is seen."""
    if not value or frame.function is None or any(type(each) is not Container or each.kind != "dict" for each in value):
        return False
    read = frame.engine.read
    if any(read((part, each.site), frame) for each in value for part in _PARTS):  # type: ignore[attr-defined]  # a Container
        return False
    return _is_only_used(frame.engine.body_of(frame.function), name) and all(_is_own(frame, each) for each in value)


_PARTS = ("content", "keys", "rest", "default")


def _is_own(frame: Frame, each: Atom) -> bool:
    """Whether the function that makes a dict makes it empty, and hands it to nobody but its callers."""
    match getattr(each, "site", None):
        case (maker, int() as display) if type(maker) is type(frame) and maker.function is not None:
            body = frame.engine.body_of(maker.function)
            name = _made_as(body, display)
            return name is not None and _is_only_used(body, name)
    return False


def _made_as(body: Node, display: int) -> str | None:
    """The local name that an empty dict is made for."""
    for node in nodes_in(*body):
        match node:
            case [sk.ASSIGN, [[sk.NAME, str(name), *_]], [sk.DICT, [], *_] as made, *_] if id(made) == display:
                return name
    return None


def _is_only_used(body: Node, name: str) -> bool:
    """Whether a local name is only asked, given back, spread out, and given items under a key: nothing else can fill it."""
    uses = allowed = 0
    for node in nodes_in(*body):
        if type(node) is bytes:
            if name.encode() in node:
                return False
            continue
        match node:
            case [sk.NAME, str(other), *_] if other == name:
                uses += 1
            case (
                [sk.RETURN, [sk.NAME, str(other), *_], *_]
                | [sk.SUBSCRIPT, [sk.NAME, str(other), *_], *_]
                | [sk.UNARY, "not", [sk.NAME, str(other), *_], *_]
                | [sk.ATTRIBUTE, [sk.NAME, str(other), *_], "get" | "items" | "keys" | "values", *_]
            ) if other == name:
                allowed += 1
            case [sk.ASSIGN, [[sk.NAME, str(other), *_]], *_] if other == name:
                allowed += 1
            case [sk.IF, branches, *_]:
                allowed += sum(test[0:2] == [sk.NAME, name] for test, *_ in branches if type(test) is list)
            case [sk.CALL, _, _, keywords, *_]:
                allowed += sum(
                    key is None and type(value) is list and value[0:2] == [sk.NAME, name] for key, value in keywords
                )
    return uses == allowed
