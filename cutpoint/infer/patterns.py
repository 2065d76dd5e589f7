"""Patterns of `match`: what they bind, and what the subject is once they match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import NOTHING, PLAIN, Items, Table, Type, join, one, unknown
from cutpoint.infer.containers import subscript
from cutpoint.infer.dispatch import attribute, evaluate, item_type
from cutpoint.infer.instance_tests import only_instances

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Env, Frame


def bind(frame: Frame, pattern: Node, subject: Type, env: Env) -> Type:
    """Bind the names of *pattern* in *env*; gives the type of a subject that matches."""
    match pattern:
        case [sk.MATCH_AS, inner, name]:
            matched = bind(frame, inner, subject, env) if inner is not None else subject
            if name is not None:
                env[name] = matched
                frame.grow_cell(name, matched)
            return matched
        case [sk.MATCH_CLASS, cls, parts, keywords]:
            return _bind_class(frame, cls, parts, keywords, subject, env)
        case [sk.MATCH_OR, options]:
            result = NOTHING
            for option in options:
                result = join(result, bind(frame, option, subject, env))
            return result
        case [sk.MATCH_SEQUENCE, parts]:
            item = item_type(frame, subject, None)
            for part in parts:
                bind(frame, part, one(Items, item) if part[0] == sk.MATCH_STAR else item, env)
            return subject
        case [sk.MATCH_STAR, name]:
            if name is not None:
                env[name] = subject
            return subject
        case [sk.MATCH_MAPPING, keys, parts, rest]:
            for key, part in zip(keys, parts, strict=False):
                bind(frame, part, subscript(frame, subject, evaluate(frame, key, env)), env)
            if rest is not None:
                env[rest] = one(Table, PLAIN, unknown("value"))
            return subject
    return subject


def _bind_class(frame: Frame, cls: Node, parts: list[Node], keywords: list[Node], subject: Type, env: Env) -> Type:
    matched = only_instances(frame, subject, evaluate(frame, cls, env))
    if len(parts) == 1:
        bind(frame, parts[0], matched, env)
    else:
        for part in parts:
            bind(frame, part, unknown("value"), env)
    for name, part in keywords:
        value = NOTHING
        for each in matched:
            value = join(value, attribute(frame, each, name, None))
        bind(frame, part, value, env)
    return matched
