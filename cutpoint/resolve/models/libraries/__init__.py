"""What well-known model libraries add to a model; one file per library, with or without the library's source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.resolve.models.libraries import (
    edx_rbac,
    mptt,
    organizations,
    parler,
    pghistory,
    simple_history,
    soft_deletes,
    taggit,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.objects import Instance
    from cutpoint.resolve.models.builder import ModelBuilder
    from cutpoint.resolve.models.draft import ModelDraft

FIELD_CONSTRUCTS: dict[str, Callable[[ModelBuilder, ModelDraft, str, Instance], None]] = {
    **parler.FIELDS,
    **simple_history.FIELDS,
    **taggit.FIELDS,
}
"""Dotted name of a class whose instances, as class attributes, do more than Django's fields -> what they do."""

MODEL_CONSTRUCTS: tuple[Callable[[ModelBuilder, ModelDraft], None], ...] = (
    mptt.add_tree_columns,
    simple_history.add_history,
    edx_rbac.add_role,
    organizations.relate_people,
    pghistory.add_events,
    soft_deletes.note_soft_delete,
)
"""Asked of every model that has a table, once its fields are known."""
