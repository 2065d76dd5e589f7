"""Models that are handed to code which was not followed, and whose name says that it writes: `pgbulk.upsert(Order, rows)`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cutpoint.domain.types import Manager, ModelClass, Query, Type

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

_WRITES = re.compile(
    r"a?(?:bulk_|batch_|mass_)?(?:upsert|insert|update|delete|save|create|write|merge|copy|load|import|sync|store|replace|truncate|purge)"
)
_WHOLE = (ModelClass, Manager, Query)


def note_handed_models(frame: Frame, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node) -> None:
    """Keep a call of *name* as a blind spot where it is handed a model, a manager or a queryset, and may write its table."""
    if node is None or not frame.module.found.ours or not _WRITES.match(name.rpartition(".")[2].lower()):
        return
    if any(_holds_model(value) for value in (*arguments, *(value for _, value in keywords))):
        frame.blind[id(node)] = (node[4], name.rpartition(".")[2], "handed-over")


def _holds_model(value: Type) -> bool:
    return any(type(each) in _WHOLE for each in value)
