"""`order.invoice_file.save(name, content)` stores the file and saves the row, unless `save=False`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import Constant, FileOf
from cutpoint.domain.use import Touch
from cutpoint.interpret.touching import keyword

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (FileOf,)
KIND = "call"
NAMES = frozenset({"save", "delete"})


def touches(use: Use, space: ModelSpace) -> Iterator[Touch]:
    """The row is saved whole."""
    del space
    position = 2 if use.name == "save" else 0
    said = keyword(use, "save") or (use.arguments[position] if len(use.arguments) > position else ())
    if any(type(each) is Constant and each.value is False for each in said):
        return
    yield Touch("update", use.receiver.label, "file")  # type: ignore[attr-defined]  # a FileOf
