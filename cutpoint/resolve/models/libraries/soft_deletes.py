"""Soft deletes (django-safedelete, django-model-utils): whether `delete()` marks a row, and those that hang on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.resolve.execution.attributes import MISSING, of_class

if TYPE_CHECKING:
    from cutpoint.resolve.models.builder import ModelBuilder
    from cutpoint.resolve.models.draft import ModelDraft

_BY_POLICY = ("safedelete.models.SafeDeleteModel", "safedelete.models.SafeDeleteMixin")
_ALWAYS = ("model_utils.models.SoftDeletableModel",)
# As `safedelete.config` numbers them; the first is also what a class says that says nothing.
_POLICIES = {1: "row", 2: "cascade", 0: "", 3: "", 4: ""}


def note_soft_delete(builder: ModelBuilder, draft: ModelDraft) -> None:
    """Remember what `delete()` does to a row of this model."""
    if draft.cls is None:
        return
    if any(builder.inherits_from(draft, base) for base in _ALWAYS):
        draft.soft_delete = "at once"
    elif any(builder.inherits_from(draft, base) for base in _BY_POLICY):
        said = of_class(builder.run, draft.cls, "_safedelete_policy")
        policy = builder.run.plain(said) if said is not MISSING else 1
        draft.soft_delete = _POLICIES.get(policy, "row") if isinstance(policy, int) else "row"
