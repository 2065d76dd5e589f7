"""`order.invoice_file.save(name, content)` stores the file and saves the row, unless `save=False`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import ANY, STORED, FileOf
from cutpoint.domain.use import Touch
from cutpoint.interpret.touching import ACTIONS_OF_SAVE, keyword, model_of, state_of
from cutpoint.interpret.values import is_false

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.use import Use

RECEIVERS = (FileOf,)
KIND = "call"
NAMES = frozenset({"save", "delete"})


def touches(use: Use, _space: ModelSpace) -> Iterator[Touch]:
    """The row is saved whole."""
    position = 2 if use.name == "save" else 0
    said = keyword(use, "save") or (use.arguments[position] if len(use.arguments) > position else ())
    if is_false(said):
        return
    state = state_of(use)
    # A file that is there to be deleted is of a row that is stored, as long as nothing says that it is new.
    for action in ACTIONS_OF_SAVE[STORED if use.name == "delete" and state == ANY else state]:
        yield Touch(action, model_of(use), "file")
