"""An expression of the skeleton -> how it was written: for people, and in the shape that survives moves and renames."""

from collections.abc import Container
from typing import Any

_LONGEST = 160
_SELF = frozenset({"self", "cls", "super"})


def text_of(node: Any, depth: int = 4) -> str:  # noqa: ANN401 - a node of the skeleton
    """An expression as it was written, about and shortened: `invoice.order.save(…)`."""
    if type(node) is not list:
        return repr(node)[:40]
    kind = node[0]
    if depth == 0:
        return "…"
    if kind == 1:
        return str(node[1])
    if kind == 2:
        return f"{text_of(node[1], depth)}.{node[2]}"
    if kind == 3:
        return f"{text_of(node[1], depth - 1)}({'…' if node[2] or node[3] else ''})"
    if kind == 4:
        return f"{text_of(node[1], depth - 1)}[…]"
    if kind == 19:
        return f"await {text_of(node[1], depth)}"
    return "…"


def shape_of(node: Any, names: Container[str]) -> str:  # noqa: ANN401 - a node of the skeleton
    """The expression with nothing inside its parentheses, and `_` for a name that is not among the module's *names*."""
    text = _shape(node, names, 24)
    return text if len(text) <= _LONGEST else f"…{text[-_LONGEST:]}"


def nodes_of(node: Any) -> tuple[int, ...]:  # noqa: ANN401 - a node of the skeleton
    """Identities of *node* and of what its chain of attributes, calls and items hangs on, inward."""
    found = []
    while type(node) is list:
        found.append(id(node))
        if node[0] not in _CHAINED:
            break
        node = node[1]
    return tuple(found)


# ATTRIBUTE, CALL, SUBSCRIPT and AWAIT hang on their first part.
_CHAINED = frozenset({2, 3, 4, 19})


def _shape(node: Any, names: Container[str], depth: int) -> str:  # noqa: ANN401 - a node of the skeleton
    if type(node) is not list or depth == 0:
        return "_"
    match node[0]:
        case 1:
            return node[1] if node[1] in names or node[1] in _SELF else "_"
        case 2:
            return f"{_shape(node[1], names, depth - 1)}.{node[2]}"
        case 3:
            return f"{_shape(node[1], names, depth - 1)}()"
        case 4:
            return f"{_shape(node[1], names, depth - 1)}[]"
        case 19:
            return _shape(node[1], names, depth - 1)
        case _:
            return "_"
