"""django-import-export: resources import and export rows of the model in their Meta."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import PLAIN, Object
from cutpoint.infer.agents.acting import argument
from cutpoint.infer.agents.resource import export_rows, import_rows, is_resource

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom, Type
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ATTRIBUTES: frozenset[str] = frozenset()
METHODS = frozenset({"import_data", "export"})


def attribute(_frame: Frame, _receiver: Atom, _name: str, _node: Node) -> Type | None:
    """Nothing that matters to a table."""
    return None


def method(
    frame: Frame, receiver: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type | None:
    """An import saves rows, an export reads them; both give a result in plain values."""
    if type(receiver) is not Object or not is_resource(frame, receiver):
        return None
    if name == "import_data":
        import_rows(frame, receiver, node)
    else:
        export_rows(frame, receiver, argument(arguments, keywords, 0, "queryset"), node)
    return PLAIN
