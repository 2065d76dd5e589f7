"""Methods of models that delete the row they are called on: `def withdraw(self): …; self.delete()`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.walking import nodes_in

if TYPE_CHECKING:
    from cutpoint.domain.objects import Function
    from cutpoint.domain.skeleton import Body, Node

_KEYS = frozenset({"pk", "id"})
_LEAVING = frozenset({sk.RETURN, sk.RAISE})


def deletes_its_row(method: Function, body: Body) -> bool:
    """Whether *method*, whose statements are *body*, always deletes its own row if it doesn't raise anything."""
    if not method.parameters or method.kind != "function":
        return False
    return _deletes(body, method.parameters[0][0], set())


def _deletes(body: Body, own: str, queries: set[str]) -> bool:
    for statement in body:
        match statement:
            case [sk.EXPRESSION, [sk.CALL, [sk.ATTRIBUTE, [sk.NAME, name, *_], "delete", *_], *_], *_] if (
                name == own or name in queries
            ):
                return True
            case [sk.TRY, tried, handlers, *_] if _deletes(tried, own, set(queries)):
                return all(_deletes(handler, own, set(queries)) or _raises(handler) for _, _, handler in handlers)
            case [sk.ASSIGN, [[sk.NAME, name, *_]], value, *_]:
                if name == own:
                    return False
                (queries.add if _is_own_row(value, own) else queries.discard)(name)
        if _leaves(statement):
            return False
    return False


def _is_own_row(value: Node, own: str) -> bool:
    """`Order.objects.filter(pk=self.pk)`."""
    match value:
        case [
            sk.CALL,
            [sk.ATTRIBUTE, [sk.ATTRIBUTE, _, "objects" | "_default_manager" | "_base_manager", *_], "filter", *_],
            [],
            [[str() as keyword, [sk.ATTRIBUTE, [sk.NAME, name, *_], key, *_]]],
            *_,
        ]:
            return name == own and keyword in _KEYS and key in _KEYS
    return False


def _raises(body: Body) -> bool:
    return bool(body) and body[-1][0] == sk.RAISE


def _leaves(statement: Node) -> bool:
    """Whether something in a statement may leave the function before its end."""
    return any(type(each) is list and each[0] in _LEAVING for each in nodes_in(statement))
