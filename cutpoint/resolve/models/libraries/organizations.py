"""django-organizations: the models of one module that inherit its bases are related to one another, and to users."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.objects import Class
from cutpoint.resolve.models.draft import FieldDraft
from cutpoint.resolve.models.meta import Meta

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.values import Value
    from cutpoint.resolve.models.builder import ModelBuilder
    from cutpoint.resolve.models.draft import ModelDraft

_ORGANIZATION = "organizations.base.AbstractBaseOrganization"
_MEMBER = "organizations.base.AbstractBaseOrganizationUser"
_OWNER = "organizations.base.AbstractBaseOrganizationOwner"
_INVITATION = "organizations.base.AbstractBaseInvitation"


def relate_people(builder: ModelBuilder, draft: ModelDraft) -> None:
    """Add the relations that the library's metaclass adds, but for names that are taken."""
    if draft.cls is None or draft.proxy:
        return
    taken = draft.all_field_names()
    for field in _relations(builder, draft, draft.cls):
        if field.to is not None and field.name not in taken:
            draft.fields[field.name] = field


def _relations(builder: ModelBuilder, draft: ModelDraft, cls: Class) -> Iterator[FieldDraft]:
    user = builder.run.plain(builder.run.setting("AUTH_USER_MODEL")[1]) or "auth.User"
    names = "%(app_label)s_%(class)s"
    if builder.inherits_from(draft, _ORGANIZATION):
        users = _relation(draft, "users", RelationKind.MANY_TO_MANY, user, names)
        users.through = _beside(builder, cls, _MEMBER)
        if users.through is not None:
            yield users
    # All classes are looked at for this one: not for a model that has nothing to do with the library.
    if not any(builder.inherits_from(draft, base) for base in (_MEMBER, _OWNER, _INVITATION)):
        return
    organization = _beside(builder, cls, _ORGANIZATION)
    if builder.inherits_from(draft, _MEMBER):
        yield _relation(draft, "user", RelationKind.FOREIGN_KEY, user, names)
        yield _relation(draft, "organization", RelationKind.FOREIGN_KEY, organization, "organization_users")
    elif builder.inherits_from(draft, _OWNER):
        member = _beside(builder, cls, _MEMBER)
        yield _relation(draft, "organization_user", RelationKind.ONE_TO_ONE, member, None)
        yield _relation(draft, "organization", RelationKind.ONE_TO_ONE, organization, "owner")
    elif builder.inherits_from(draft, _INVITATION):
        yield _relation(draft, "invited_by", RelationKind.FOREIGN_KEY, user, f"{names}_sent_invitations")
        invitee = _relation(draft, "invitee", RelationKind.FOREIGN_KEY, user, f"{names}_invitations")
        invitee.null = True
        yield invitee
        yield _relation(draft, "organization", RelationKind.FOREIGN_KEY, organization, "organization_invites")


def _beside(builder: ModelBuilder, cls: Class, base: str) -> Class | None:
    """The model below *base* in the module of *cls*."""
    run = builder.run
    for other in run.classes:
        ancestors = (
            {getattr(ancestor, "dotted", "") for ancestor in run.linear(other)} if other.module is cls.module else ()
        )
        if base in ancestors and not Meta(run, other).abstract:
            return other
    return None


def _relation(draft: ModelDraft, name: str, kind: RelationKind, to: Value, related_name: str | None) -> FieldDraft:
    types = {RelationKind.MANY_TO_MANY: "ManyToManyField", RelationKind.ONE_TO_ONE: "OneToOneField"}
    field = FieldDraft(name, types.get(kind, "ForeignKey"), draft.path, draft.line)
    field.kind = kind
    field.to = to
    field.column = None if kind is RelationKind.MANY_TO_MANY else f"{name}_id"
    field.on_delete = None if kind is RelationKind.MANY_TO_MANY else "CASCADE"
    field.related_name = related_name
    return field
