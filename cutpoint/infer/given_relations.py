"""Values of which nothing is known but that a relation is given them: with `offer.benefit = benefit`, that is a Benefit.

Django takes nothing else for a relation than a row of its model, wherever in the function it is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import ANY, INFERRED, NOTHING, Manager, ModelClass, Row, Type, join, one
from cutpoint.domain.walking import kind_of, nodes_in
from cutpoint.infer.dispatch import attribute_of_type

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Env, Frame

    Given = tuple[Node, str]


def given_to_relation(frame: Frame, base: Node, name: str, node: Node, env: Env) -> Type:
    """The type of `base.name` where nothing is known of *base*, a local name that a relation is given in this function."""
    if type(base) is not list or base[0] != sk.NAME or frame.function is None or base[1] not in env:
        return NOTHING
    rows = NOTHING
    for owner, relation in _given_in(frame).get(base[1], ()):
        for each in frame.peek(owner, env):
            if isinstance(each, (Row, ModelClass, Manager)) and each.label:
                link = frame.engine.world.space.links(each.label).get(relation)
                if link is not None and link.forward and link.target is not None and not link.many:
                    rows = join(rows, one(Row, link.target, INFERRED, ANY))
    return attribute_of_type(frame, rows, name, node) if rows else NOTHING


def _given_in(frame: Frame) -> dict[str, list[Given]]:
    """Local name -> (what has the relation, its name) of each place that gives it to one."""
    function = frame.function
    if function is None:
        return {}
    known = frame.engine.known.given.get(function)
    if known is None:
        known = frame.engine.known.given[function] = {}
        _collect([function.body] if function.is_lambda else frame.engine.body_of(function), known)
    return known


def _collect(body: Node, given: dict[str, list[Given]]) -> None:
    for node in nodes_in(*body):
        match node:
            case [sk.ASSIGN, targets, [sk.NAME, name, *_], *_]:
                for target in targets:
                    if target[0] == sk.ATTRIBUTE:
                        given.setdefault(name, []).append((target[1], target[2]))
            case [sk.CALL, function, _, keywords, *_]:
                owner = (
                    function[1]
                    if kind_of(function) == sk.ATTRIBUTE and function[2] in ("create", "acreate")
                    else function
                )
                for key, value in keywords:
                    if key is not None and type(value) is list and value[0] == sk.NAME:
                        given.setdefault(value[1], []).append((owner, key))
