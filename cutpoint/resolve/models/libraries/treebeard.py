"""django-treebeard: a node is deleted with all below it, in a transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cutpoint.resolve.models.builder import ModelBuilder
    from cutpoint.resolve.models.draft import ModelDraft


def note_transaction(builder: ModelBuilder, draft: ModelDraft) -> None:
    """Remember that `delete` opens one, whatever hangs on the node."""
    if draft.cls is not None and builder.inherits_from(draft, "treebeard.models.Node"):
        draft.wrapped = ("delete",)
