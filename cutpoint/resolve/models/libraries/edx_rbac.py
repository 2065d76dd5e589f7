"""edx-rbac: `role_class = Role` on a model below UserRoleAssignment makes its relation to the role."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.objects import Class
from cutpoint.resolve.execution.attributes import MISSING, of_class
from cutpoint.resolve.models.draft import FieldDraft

if TYPE_CHECKING:
    from cutpoint.resolve.models.builder import ModelBuilder
    from cutpoint.resolve.models.draft import ModelDraft


def add_role(builder: ModelBuilder, draft: ModelDraft) -> None:
    """Add `role` where no field of that name is declared, as the library's metaclass does."""
    if draft.cls is None or draft.proxy or not builder.inherits_from(draft, "edx_rbac.models.UserRoleAssignment"):
        return
    said = of_class(builder.run, draft.cls, "role_class")
    role = builder.run.plain(said) if said is not MISSING else None
    if type(role) is not Class or "role" in draft.all_field_names():
        return
    field = FieldDraft("role", "ForeignKey", draft.path, draft.line)
    field.kind = RelationKind.FOREIGN_KEY
    field.column = "role_id"
    field.on_delete = "CASCADE"
    field.to = role
    draft.fields["role"] = field
