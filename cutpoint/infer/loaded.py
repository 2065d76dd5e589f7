"""What a function has fetched already: relations that were followed, rows that came along, querysets that have run.

The environment keeps it under the names that lead there, `("order", "customer")`, as it keeps what is assigned to
attributes: it is forgotten where one of these names is bound anew, and where it was fetched on one of two ways only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.chosen_columns import leaves_out
from cutpoint.domain.types import PLAIN, STORED, ModelClass, Nothing, Object, Query, Row, Type, one, type_of
from cutpoint.infer.deferred import keep_lacking
from cutpoint.infer.dispatch import evaluate

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.frame import Env, Frame

_COMING_ALONG = frozenset({"select_related", "prefetch_related"})
_ONE_OF_MANY = frozenset(
    {"get", "first", "last", "earliest", "latest", "aget", "afirst", "alast", "aearliest", "alatest"}
)
_SHORTCUTS = frozenset({"get_object_or_404", "aget_object_or_404"})
_MAKING = frozenset({"create", "acreate"})
FETCHING_ANEW = frozenset({"refresh_from_db", "arefresh_from_db"})
_ROWS = "()"
# What lies further away is not kept.
_FURTHEST = 3


def path_of(node: Node) -> tuple[str, ...] | None:
    """`order.customer.account` -> its names; None for anything but names and attributes, and for long ways."""
    names: list[str] = []
    while type(node) is list and node[0] == sk.ATTRIBUTE and len(names) < _FURTHEST - 1:
        names.append(node[2])
        node = node[1]
    if type(node) is not list or node[0] != sk.NAME:
        return None
    return (node[1], *reversed(names))


def keep_followed(frame: Frame, path: tuple[str, ...], base: Type, found: Type, env: Env) -> None:
    """Note that the relation at *path* of *base* was followed to *found*: its row is there from now on."""
    if Row in map(type, found) and any(_holds_row(frame, each, path[-1]) for each in base):
        env[path] = found


def _holds_row(frame: Frame, each: object, name: str) -> bool:
    """Whether an attribute of *each* keeps the row that it has once fetched."""
    if type(each) is Row:
        link = frame.engine.world.space.links(each.label).get(name)
        return link is not None and not link.many
    return type(each) is Object and name == "user"


def evaluate_perhaps(frame: Frame, node: Node, env: Env) -> Type:
    """The type of an expression that is not always looked at: what it fetches is not there for sure."""
    before = dict(env)
    found = evaluate(frame, node, env)
    if env.keys() != before.keys():
        for key in [key for key in env if type(key) is tuple and key not in before]:
            del env[key]
    return found


def forget(env: Env, path: tuple[str, ...]) -> None:
    """Whatever was fetched by way of *path* may be another thing now; a new key is another row."""
    depth = len(path)
    for key in [key for key in env if type(key) is tuple and len(key) > depth and key[:depth] == path]:
        del env[key]
    if path[-1].endswith("_id"):
        relation = (*path[:-1], path[-1].removesuffix("_id"))
        env.pop(relation, None)
        forget(env, relation)


def keep_given(frame: Frame, target: Node, value_node: Node, value: Type, env: Env) -> None:
    """`order = Order(customer=customer)` holds the customer, and `orders.select_related("customer").get()` has it with it."""
    if target[0] != sk.NAME or type(value_node) is not list or value_node[0] != sk.CALL:
        return
    function_node = value_node[1]
    if not any(type(each) is Row for each in value) or type(function_node) is not list:
        return
    word = function_node[2] if function_node[0] == sk.ATTRIBUTE else function_node[1]
    if function_node[0] not in (sk.NAME, sk.ATTRIBUTE):
        return
    if function_node[0] == sk.ATTRIBUTE and word in _ONE_OF_MANY:
        keep_joined(frame, target, frame.peek(function_node[1], env), env)
    elif word in _SHORTCUTS and value_node[2]:
        keep_joined(frame, target, frame.peek(value_node[2][0], env), env)
    elif word in _MAKING or any(type(each) is ModelClass for each in frame.peek(function_node, env)):
        for name, given_node in value_node[3]:
            given = frame.peek(given_node, env) if name is not None and type(given_node) is list else PLAIN
            keep_followed(frame, (target[1], name), value, given, env)


def keep_joined(frame: Frame, target: Node, values: Type, env: Env) -> None:
    """Rows of *values* that *target* is bound to come with those that their queries fetch along."""
    queries = [each for each in values if type(each) is Query]
    if target[0] != sk.NAME or not queries or any(type(each) not in (Query, Nothing) for each in values):
        return
    leave_out = all(leaves_out(each.shape) for each in queries)
    if leave_out:
        keep_lacking(frame, (target[1],), queries, env)
    lookups = set.intersection(*({join[1] for join in each.joins if join[2] in _COMING_ALONG} for each in queries))
    for lookup in sorted(lookups):
        names = lookup.split("__")[: _FURTHEST - 1]
        for depth in range(1, len(names) + 1):
            rows = [_at_end(frame, each, names[:depth]) for each in queries]
            found = [row for row in rows if row is not None]
            if len(found) == len(queries):
                env[target[1], *names[:depth]] = type_of(*found)
                if leave_out:
                    keep_lacking(frame, (target[1], *names[:depth]), queries, env)


def _at_end(frame: Frame, query: Query, names: list[str]) -> Row | None:
    """The row at the end of these relations, if each of them leads to one."""
    label: str | None = query.label
    for name in names:
        link = frame.engine.world.space.links(label).get(name) if label is not None else None
        if link is None or link.many or link.target is None:
            return None
        label = link.target
    found: Row = one(Row, label, query.level, STORED)[0]  # type: ignore[assignment]  # that is what it was made as
    return found


def has_run(frame: Frame, node: Node, word: str) -> bool:
    """Whether the queryset at *node* has its rows already, when *word* wants them; from now on it has."""
    argument = node[2][0] if type(node) is list and node[0] == sk.CALL and node[2] else node
    if type(argument) is list and argument[0] == sk.SUBSCRIPT:
        argument = argument[1]
    path = path_of(argument)
    if path is None:
        return False
    key = (*path, _ROWS)
    if key in frame.env and id(node) not in frame.fetching:
        return True
    if word != "index":
        frame.env[key] = PLAIN
        frame.fetching[id(node)] = None
    return False
