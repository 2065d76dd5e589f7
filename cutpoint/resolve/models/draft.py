"""A model while it is being put together: targets are still values, and fields may still be added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.objects import Class, Instance
    from cutpoint.domain.values import Value


class TargetOf:
    """The model that the field *field* of another model points at."""

    __slots__ = ("field", "model")

    def __init__(self, model: Value, field: str) -> None:
        """*model* is whatever a relation's target may be."""
        self.model = model
        self.field = field


class FieldDraft:
    """One field of a model: a column, a relation, or both."""

    def __init__(self, name: str, type_name: str, path: str, line: int) -> None:
        """A plain column, until more is said."""
        self.name = name
        self.type = type_name
        self.path = path
        self.line = line
        self.kind: RelationKind | None = None
        self.column: str | None = name
        self.primary_key = False
        self.null = False
        self.to: Value = None
        self.on_delete: str | None = None
        self.related_name: str | None = None
        self.related_query_name: str | None = None
        self.to_field: str | None = None
        self.through: Value = None
        self.table: Value = None
        """`db_table` of a many-to-many field."""
        self.db_constraint = True
        self.parent_link = False
        self.symmetrical: bool | None = None
        """Of a many-to-many field, when it is said."""
        self.source: Instance | None = None
        """The value it was made of."""

    @property
    def is_private(self) -> bool:
        """Whether Django keeps it apart from columns, and hands it down even from concrete parents."""
        return self.kind in (RelationKind.GENERIC, RelationKind.GENERIC_RELATION)

    def copy(self) -> FieldDraft:
        """The same field, for a class that inherits it."""
        twin = FieldDraft.__new__(FieldDraft)
        twin.__dict__.update(self.__dict__)
        return twin


class ModelDraft:
    """One model: abstract, proxy or with a table of its own."""

    def __init__(self, cls: Class | None, app_label: str, name: str, path: str, line: int, module: str) -> None:
        """A model without fields."""
        self.cls = cls
        self.app_label = app_label
        self.name = name
        self.path = path
        self.line = line
        self.module = module
        self.abstract = False
        self.proxy = False
        self.managed = True
        self.swapped = False
        self.default_related_name: str | None = None
        self.auto_created = False
        self.table: str | None = None
        self.fields: dict[str, FieldDraft] = {}
        self.parents: list[ModelDraft] = []
        """Concrete models it inherits from, in class order."""
        self.abstract_parents: list[ModelDraft] = []
        self.bases: tuple[str, ...] = ()
        self.ours = True
        self.history_of: tuple[str, str] | None = None
        """(label, accessor) of the model whose versions its rows are."""
        self.polymorphic = False
        """Whether rows come as what they were made as."""
        self.wrapped: tuple[str, ...] = ()
        """Methods of a row that open a transaction."""
        self.soft_delete = ""
        """What `delete()` only marks."""
        self.decorated = 0
        """How many of the class's decorators were looked at."""
        self.after: list[Callable[[], None]] = []
        """What libraries add once the model is whole."""

    @property
    def label(self) -> str:
        """`app.Name`, as Django writes it."""
        return f"{self.app_label}.{self.name}"

    @property
    def concrete(self) -> ModelDraft:
        """The model whose table holds its rows."""
        draft = self
        while draft.proxy and draft.parents:
            draft = draft.parents[0]
        return draft

    def all_field_names(self) -> set[str]:
        """Its own fields' names and those of every concrete parent."""
        names = set(self.fields)
        for parent in self.parents:
            names |= parent.all_field_names()
        return names
