"""django-lifecycle: a row of a model below LifecycleModel is saved and deleted in a transaction, with the hooks around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cutpoint.resolve.models.builder import ModelBuilder
    from cutpoint.resolve.models.draft import ModelDraft

_BASES = ("django_lifecycle.mixins.LifecycleModelMixin", "django_lifecycle.models.LifecycleModel")


def note_transaction(builder: ModelBuilder, draft: ModelDraft) -> None:
    """Remember that `save` and `delete` open one; the hooks themselves are seen at the methods."""
    if draft.cls is not None and any(builder.inherits_from(draft, base) for base in _BASES):
        draft.wrapped = ("save", "delete")
