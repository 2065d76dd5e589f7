"""What well-known model libraries add to a model; one file per library, with or without the library's source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.resolve.models.libraries import (
    edx_rbac,
    lifecycle,
    mptt,
    organizations,
    parler,
    pghistory,
    polymorphic,
    simple_history,
    soft_deletes,
    taggit,
    treebeard,
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

DECORATOR_CONSTRUCTS: dict[str, Callable[[ModelBuilder, ModelDraft, Instance], None]] = {**pghistory.DECORATORS}
"""Dotted name of a factory of class decorators -> what its decorators do to a model, however late they are called."""

MODEL_CONSTRUCTS: tuple[Callable[[ModelBuilder, ModelDraft], None], ...] = (
    mptt.add_tree_columns,
    simple_history.add_history,
    edx_rbac.add_role,
    lifecycle.note_transaction,
    organizations.relate_people,
    polymorphic.note_polymorphic,
    soft_deletes.note_soft_delete,
    treebeard.note_transaction,
)
"""Asked of every model that has a table, once its fields are known."""
