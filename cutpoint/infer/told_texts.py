"""Tests of a text that a function was told: `if action == "post_add":`, where this call hands over `"post_remove"`.

The names of a model are such texts as well: `if sender._meta.app_label != "shop":`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import HOLE, ModelClass, Row, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Env, Frame


def text_truth(frame: Frame, node: Node, env: Env) -> bool | None:
    """Whether *node* holds; None where it asks for anything but a text that the function was told."""
    match node:
        case [sk.COMPARE, left, [("==" | "!=" | "in" | "not in") as operator], [right]]:
            told, others = _told(frame, left, env), _texts(right, is_many="in" in operator)
            if told is None or others is None:
                return None
            return (told in others) is (operator in ("==", "in"))
        case [sk.CALL, [sk.ATTRIBUTE, subject, ("startswith" | "endswith") as word, *_], [start], [], *_]:
            told, others = _told(frame, subject, env), _texts(start, is_many=type(start) is list)
            if told is None or others is None:
                return None
            return told.startswith(others) if word == "startswith" else told.endswith(others)
    return None


def case_truth(frame: Frame, subject: Node, pattern: Node, env: Env) -> bool | None:
    """Whether a `case` matches; None where it asks for anything but a text that the function was told."""
    told = _told(frame, subject, env)
    options = pattern[1] if pattern[0] == sk.MATCH_OR else [pattern]
    if told is None or any(option[0] != sk.MATCH_VALUE or type(option[1]) is not str for option in options):
        return None
    return any(option[1] == told for option in options)


def _told(frame: Frame, node: Node, env: Env) -> str | None:
    match node:
        case [sk.NAME, str() as name, *_] if name not in frame.shared and name not in frame.outward:
            value = env.get(name)
            if value is not None and value is frame.args.get(name) and len(value) == 1 and type(value[0]) is Text:
                return None if HOLE in value[0].value else value[0].value
        case [sk.ATTRIBUTE, [sk.ATTRIBUTE, subject, "_meta", *_], str() as name, *_] if name in _OF_LABELS:
            label = _label(frame, subject, env)
            return _OF_LABELS[name](label) if label is not None else None
        case [sk.ATTRIBUTE, subject, "__name__", *_]:
            label = _label(frame, subject, env, is_class=True)
            return _OF_LABELS["object_name"](label) if label is not None else None
    return None


_OF_LABELS: dict[str, Callable[[str], str]] = {
    "label": str,
    "label_lower": str.lower,
    "app_label": lambda label: label.rpartition(".")[0],
    "object_name": lambda label: label.rpartition(".")[2],
    "model_name": lambda label: label.rpartition(".")[2].lower(),
}


def _label(frame: Frame, subject: Node, env: Env, *, is_class: bool = False) -> str | None:
    """The label of the one model that a function was told, of which there are no models below that it could be."""
    match subject:
        case [sk.NAME, str() as name, *_] if name not in frame.shared and name not in frame.outward:
            value = env.get(name)
            if value is None or value is not frame.args.get(name) or len(value) != 1:
                return None
            (each,) = value
            if type(each) is ModelClass or (type(each) is Row and not is_class):
                return each.label if _is_exact(frame, each.label) else None
        case [sk.ATTRIBUTE, [sk.NAME, *_] as row, "__class__", *_] | [sk.CALL, [sk.NAME, "type", *_], [row], [], *_]:
            return _label(frame, row, env)
    return None


def _is_exact(frame: Frame, label: str) -> bool:
    world = frame.engine.world
    cls = world.program.class_of(label)
    return cls is not None and not world.subclasses(cls)


def _texts(node: Node, *, is_many: bool) -> tuple[str, ...] | None:
    if not is_many:
        return (node,) if type(node) is str else None
    match node:
        case [sk.TUPLE | sk.LIST | sk.SET, list() as parts, *_] if all(type(part) is str for part in parts):
            return tuple(parts)
    return None
