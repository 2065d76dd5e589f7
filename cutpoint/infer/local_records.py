"""`context = super().get_context_data(); context["orders"] = orders`: what a function adds to a dict that it was given by a call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.types import NOTHING, Record, Text, Type, atom, join, type_of
from cutpoint.infer.spreading import spread_keywords

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Env, Frame

ADDING = frozenset({"update", "setdefault"})
"""Methods of dicts that add to them."""


def add_item(base_node: Node, index: Type, value: Type, env: Env) -> None:
    """`context["orders"] = orders`."""
    if index and all(type(each) is Text for each in index):
        _add(base_node, {each.value: value for each in index if type(each) is Text}, env)


def add_by_method(frame: Frame, function_node: Node, arguments: tuple[Type, ...], keywords: Keywords, env: Env) -> None:
    """`context.update({"orders": orders}, total=3)`, `context.setdefault("orders", orders)`."""
    _, base_node, word, *_ = function_node
    if _records_at(base_node, env) is None:
        return
    if word == "setdefault":
        if len(arguments) > 1:
            add_item(base_node, arguments[0], arguments[1], env)
        return
    added = dict(keywords)
    for argument in arguments:
        added.update(spread_keywords(frame, argument))
    _add(base_node, {name: value for name, value in added.items() if name is not None}, env)


def _records_at(base_node: Node, env: Env) -> list[Record] | None:
    if type(base_node) is not list or base_node[0] != sk.NAME:
        return None
    return [each for each in env.get(base_node[1], NOTHING) if type(each) is Record] or None


def _add(base_node: Node, added: dict[str, Type], env: Env) -> None:
    records = _records_at(base_node, env)
    if records is None or not added:
        return
    # Of several ways to here, each with a record of its own, one record: branches would multiply them.
    items: dict[str, Type] = {}
    rest = NOTHING
    for record in records:
        for name, value in record.items:
            items[name] = join(items.get(name, NOTHING), value)
        rest = join(rest, record.rest)
    items.update({name: value for name, value in added.items() if value})
    others = [each for each in env[base_node[1]] if type(each) is not Record]
    env[base_node[1]] = type_of(atom(Record, tuple(sorted(items.items())), rest), *others)
