"""Classes -> model drafts, in the order in which they were made, by the rules of Django's ModelBase."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.source import BlindSpot
from cutpoint.domain.values import Place, Symbol, Unknown, Value
from cutpoint.resolve.models.between import inherit_between
from cutpoint.resolve.models.class_attributes import add_inherited, add_own_fields, add_value, dotted_name
from cutpoint.resolve.models.draft import FieldDraft, ModelDraft
from cutpoint.resolve.models.libraries import DECORATOR_CONSTRUCTS, MODEL_CONSTRUCTS
from cutpoint.resolve.models.looks import has_unknown_base, looks_like_model
from cutpoint.resolve.models.meta import Meta, is_model
from cutpoint.resolve.models.tables import is_swapped, table_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.resolve.execution.interpreter import Interpreter


class ModelBuilder:
    """Puts models together. `drafts` holds every model once, the ones that libraries add included."""

    def __init__(
        self, run: Interpreter, app_label_of: Callable[[str], str | None], auto_field: Callable[[str], str]
    ) -> None:
        """*app_label_of* a module name; *auto_field* the bare class name of an app's automatic key."""
        self.run = run
        self._app_label_of = app_label_of
        self.auto_field = auto_field
        self.drafts: dict[str, ModelDraft] = {}
        """By lower-case label; abstract ones under the dotted path of their class."""
        self.between: dict[str, ModelDraft] = {}
        """The automatic models of many-to-many fields that were asked for, by lower-case label."""
        self._by_class: dict[int, ModelDraft | None] = {}
        self._open: set[int] = set()
        self._positions: dict[int, int] = {}
        self.swappable: set[tuple[str, str]] = set()
        """(setting, label of the model that it names) of models that a setting may swap."""
        self.blind_spots: list[BlindSpot] = []

    def build_all(self) -> None:
        """Build every class that is a model; what static execution makes meanwhile is built too."""
        self._positions = {id(cls): position for position, cls in enumerate(self.run.classes)}
        done = 0
        while done < len(self.run.classes):
            self.draft_of(self.run.classes[done])
            done += 1
        for cls in self.run.classes:
            cls.contributed = {}

    def build_late(self) -> None:
        """Build what `ready()` made, and add fields that it gave to models: their subclasses do not inherit those."""
        built = (cls for cls in self.run.classes if cls.contributed and id(cls) in self._by_class)
        late = [(cls, dict(cls.contributed)) for cls in built]
        self.build_all()
        for cls, contributed in late:
            draft = self._by_class.get(id(cls))
            for name, value in contributed.items() if draft is not None else ():
                made = self.run.plain(value)
                if draft is not None and type(made) is Instance and name not in draft.fields:
                    add_value(self, draft, cls, name, made)
        for decorated in [draft for draft in self.drafts.values() if not draft.abstract]:
            self._decorate(decorated)

    def is_built(self, draft: ModelDraft) -> bool:
        """Whether *draft* is whole, so that what comes now comes after it."""
        return draft.cls is not None and self._by_class.get(id(draft.cls)) is draft

    def is_model(self, cls: Class) -> bool:
        """Whether *cls* descends from Django's Model, or from a base without source that looks like one."""
        if is_model(self.run, cls):
            return True
        if not has_unknown_base(self.run, cls):
            return False
        if looks_like_model(self.run, cls, in_app=self._app_label_of(cls.module.name) is not None):
            return True
        return any(self.draft_of(base) is not None for base in map(self.run.plain, cls.bases) if type(base) is Class)

    def draft_of(self, cls: Class) -> ModelDraft | None:
        """The draft of *cls*; None when it is no model, or belongs to no app."""
        key = id(cls)
        if key in self._by_class:
            return self._by_class[key]
        if key in self._open:
            return None
        self._open.add(key)
        draft = self._build(cls) if self.is_model(cls) else None
        self._open.discard(key)
        self._by_class[key] = draft
        return draft

    def _build(self, cls: Class) -> ModelDraft | None:
        meta = Meta(self.run, cls)
        label = meta.text("app_label") or self._app_label_of(cls.module.name)
        ours = cls.module.found.ours
        if label is None and not meta.abstract:
            if ours:
                self.blind(
                    cls.path,
                    cls.line,
                    "model-outside-apps",
                    f"{cls.name} belongs to no installed app, so Django would refuse it",
                )
            return None
        draft = ModelDraft(cls, label or "", cls.name, cls.path, cls.line, cls.module.name)
        draft.ours = ours
        draft.abstract = meta.abstract
        draft.proxy = meta.truth("proxy", default=False)
        draft.managed = meta.truth("managed", default=True)
        draft.default_related_name = meta.text("default_related_name")
        if not draft.abstract and draft.label.lower() in self.drafts:
            return self._duplicate(draft)
        self._inherit(draft, cls)
        self.drafts[cls.dotted if draft.abstract else draft.label.lower()] = draft
        draft.table = table_of(self, draft, meta)
        draft.swapped = is_swapped(self, draft, meta)
        if not draft.abstract:
            self._finish(draft, meta)
        return draft

    def _duplicate(self, draft: ModelDraft) -> ModelDraft | None:
        known = self.drafts[draft.label.lower()]
        if known.path != draft.path or known.line != draft.line:
            if draft.ours:
                reason = f"a second model {draft.label}; the first is at {known.path}:{known.line}"
                self.blind(draft.path, draft.line, "duplicate-model", reason)
            return None
        return known

    # Fields

    def _inherit(self, draft: ModelDraft, cls: Class) -> None:
        run = self.run
        order = run.linear(cls)
        direct = [base for base in map(run.plain, cls.bases) if type(base) is Class]
        parents = {id(base): self.draft_of(base) for base in direct}
        draft.bases = tuple(_base_name(base, parents) for base in order[1:] if _is_direct(run, base, cls))
        inherit_between(self, draft, cls)
        add_own_fields(self, draft, cls)
        hidden: set[str] = set(cls.attributes)
        for base in order[1:]:
            if type(base) is not Class:
                self._unknown_base(draft, base)
                continue
            parent = parents.get(id(base))
            if parent is None:
                hidden |= set(base.attributes)
                continue
            if parent.abstract:
                draft.abstract_parents.append(parent)
                draft.parents += [p for p in parent.parents if p not in draft.parents]
                for field in parent.fields.values():
                    if field.name not in draft.fields and field.name not in hidden and not field.is_private:
                        add_inherited(self, draft, cls, field)
            else:
                self.link_parent(draft, parent)
                hidden |= {field.name for field in parent.fields.values() if not field.is_private}
            for field in list(parent.fields.values()):
                # Unlike columns, these come through even where the class says something else under their name.
                if field.is_private and field.name not in draft.fields:
                    if parent.abstract:
                        add_inherited(self, draft, cls, field)
                    else:
                        draft.fields[field.name] = field.copy()

    def link_parent(self, draft: ModelDraft, parent: ModelDraft) -> None:
        """Make *parent*, which has a table, the one of *draft*: with a link to its rows, unless *draft* is a proxy."""
        base = parent.concrete
        if draft.proxy:
            draft.parents.append(parent)
            return
        for field in draft.fields.values():
            if field.parent_link and self._target_is(draft, field, base):
                field.kind = RelationKind.PARENT
                draft.parents.append(base)
                return
        if base in draft.parents:
            return
        name = f"{base.name.lower()}_ptr"
        link = FieldDraft(name, "OneToOneField", draft.path, draft.line)
        link.kind = RelationKind.PARENT
        link.column = f"{name}_id"
        link.on_delete = "CASCADE"
        link.parent_link = True
        link.to = base.cls if base.cls is not None else base.label
        draft.fields.setdefault(name, link)
        draft.parents.append(base)

    def _target_is(self, draft: ModelDraft, field: FieldDraft, base: ModelDraft) -> bool:
        target = self.run.plain(field.to)
        if type(target) is Class:
            return target is base.cls
        if isinstance(target, str):
            wanted = target if "." in target else f"{draft.app_label}.{target}"
            return wanted.lower() == base.label.lower()
        return False

    def _unknown_base(self, draft: ModelDraft, base: Value) -> None:
        if type(base) is Symbol and (
            base.name.startswith(("builtins.", "typing.", "abc.", "enum.")) or base.name.startswith("django.")
        ):
            return
        name = base.name if type(base) is Symbol else base.reason if type(base) is Unknown else "an unknown base"
        if draft.ours:
            lost = "its table and what is done to it through here" if draft.proxy else "fields that it adds"
            reason = f"{draft.name} inherits from {name}, which has no source here: {lost} are not known"
            self.blind(draft.path, draft.line, "unknown-base", reason)

    # What Django adds

    def _finish(self, draft: ModelDraft, meta: Meta) -> None:
        if not draft.proxy:
            self._add_columns(draft, meta)
        for construct in MODEL_CONSTRUCTS:
            construct(self, draft)
        self._decorate(draft)
        for add in draft.after:
            add()
        self._prepared(draft)

    def _decorate(self, draft: ModelDraft) -> None:
        """Do what the class's decorators do to a model; again after set-up, which may call more of them."""
        for value in draft.cls.decorators[draft.decorated :] if draft.cls is not None else ():
            draft.decorated += 1
            decorator = self.run.plain(value)
            if type(decorator) is Instance:
                add = DECORATOR_CONSTRUCTS.get(getattr(self.run.plain(decorator.callee), "name", ""))
                if add is not None:
                    add(self, draft, decorator)

    def _prepared(self, draft: ModelDraft) -> None:
        """Hand the class to the receivers of class_prepared that were connected before it was made."""
        cls = draft.cls
        if cls is None or not self.run.prepared_receivers:
            return
        position = self._positions.setdefault(id(cls), len(self._positions))
        for made_before, function, sender in self.run.prepared_receivers:
            if position >= made_before and (sender is None or sender is cls):
                cls.contributed = {}
                self.run.call(function, [], {"sender": cls}, Place(cls.path, cls.line))
                for name, value in list(cls.contributed.items()):
                    made = self.run.plain(value)
                    if type(made) is Instance and name not in draft.fields:
                        add_value(self, draft, cls, name, made)

    def _add_columns(self, draft: ModelDraft, meta: Meta) -> None:
        if meta.value("order_with_respect_to") is not None and "_order" not in draft.fields:
            draft.fields["_order"] = FieldDraft("_order", "OrderWrt", draft.path, draft.line)
        if not any(field.primary_key for field in draft.fields.values()):
            self._add_key(draft)

    def _add_key(self, draft: ModelDraft) -> None:
        links = [field for field in draft.fields.values() if field.parent_link and field.kind is RelationKind.PARENT]
        if links:
            links[0].primary_key = True
            return
        if any(field.type == "CompositePrimaryKey" for field in draft.fields.values()):
            return
        key = FieldDraft("id", self.auto_field(draft.app_label), draft.path, draft.line)
        key.primary_key = True
        if "id" not in draft.fields:
            draft.fields = {"id": key, **draft.fields}

    def inherits_from(self, draft: ModelDraft, dotted: str) -> bool:
        """Whether the class behind *draft* descends from the library class *dotted*, with or without its source."""
        return draft.cls is not None and any(dotted_name(base) == dotted for base in self.run.linear(draft.cls))

    def add_model(self, draft: ModelDraft) -> None:
        """Register a model that a library makes; it gets an automatic key if it has none."""
        if draft.label.lower() in self.drafts:
            return
        self.drafts[draft.label.lower()] = draft
        if not any(field.primary_key for field in draft.fields.values()):
            self._add_key(draft)

    def blind(self, path: str, line: int, kind: str, reason: str) -> None:
        """Note something of ours that was not understood."""
        self.blind_spots.append(BlindSpot(path, line, kind, reason))


def _is_direct(run: Interpreter, base: Value, cls: Class) -> bool:
    from cutpoint.resolve.execution.linear import base_value

    for written in cls.bases:
        value = base_value(run, written)
        if value is base or (type(value) is Symbol and type(base) is Symbol and value.name == base.name):
            return True
    return False


def _base_name(base: Value, parents: dict[int, ModelDraft | None]) -> str:
    if type(base) is Class:
        draft = parents.get(id(base))
        return draft.label if draft is not None and not draft.abstract else base.dotted
    return base.name if type(base) is Symbol else "?"
