"""django-polymorphic: rows of a model below PolymorphicModel come as what they were made as, with the columns of children."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cutpoint.resolve.models.builder import ModelBuilder
    from cutpoint.resolve.models.draft import ModelDraft


def note_polymorphic(builder: ModelBuilder, draft: ModelDraft) -> None:
    """Remember that whoever reads a row reads the tables of its model's children as well."""
    if draft.cls is not None and builder.inherits_from(draft, "polymorphic.models.PolymorphicModel"):
        draft.polymorphic = True
