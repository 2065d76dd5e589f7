"""Model drafts -> models of the catalog: targets become labels, many-to-many fields get their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import Field, Model, Relation, RelationKind
from cutpoint.domain.objects import Class
from cutpoint.domain.source import BlindSpot
from cutpoint.domain.values import ModelReference, Symbol, Value
from cutpoint.resolve.models.between import whole_between
from cutpoint.resolve.models.draft import FieldDraft, ModelDraft, TargetOf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.resolve.models.builder import ModelBuilder


class ModelFinisher:
    """Turns every draft of a builder into a Model."""

    def __init__(self, builder: ModelBuilder) -> None:
        """Labels are looked up among all drafts."""
        self._builder = builder
        self._run = builder.run
        self.blind_spots: list[BlindSpot] = []

    def finish(self) -> tuple[Model, ...]:
        """Every model, automatic many-to-many models included, sorted by label."""
        models: list[Model] = []
        for draft in list(self._builder.drafts.values()):
            models.append(self._model(draft))
            if not draft.abstract and not draft.proxy and not draft.swapped:
                models += map(self._model, self._through_models(draft))
        return tuple(sorted(models, key=lambda model: (model.label, model.module, model.line)))

    def _model(self, draft: ModelDraft) -> Model:
        columns = [field for field in draft.fields.values() if field.column]
        relations = [field for field in draft.fields.values() if field.kind is not None]
        return Model(
            label=draft.label if draft.app_label else f"{draft.module}.{draft.name}",
            app=draft.app_label,
            module=draft.module,
            name=draft.name,
            path=draft.path,
            line=draft.line,
            table=draft.table,
            managed=draft.managed,
            proxy=draft.proxy,
            abstract=draft.abstract,
            swapped=draft.swapped,
            history_of=draft.history_of,
            polymorphic=draft.polymorphic,
            wrapped=draft.wrapped,
            soft_delete=draft.soft_delete,
            auto_created=draft.auto_created,
            bases=draft.bases,
            ours=draft.ours,
            fields=tuple(sorted(Field(f.name, f.column or "", f.type, f.primary_key, f.null) for f in columns)),
            relations=tuple(self._relation(draft, field) for field in sorted(relations, key=lambda f: f.name)),
        )

    def _relation(self, draft: ModelDraft, field: FieldDraft) -> Relation:
        kind = field.kind or RelationKind.FOREIGN_KEY
        to = None if kind is RelationKind.GENERIC else self.label_of(draft, field, field.to)
        through = None
        if kind is RelationKind.MANY_TO_MANY:
            through = self._through(draft, field)
        return Relation(
            name=field.name,
            kind=kind,
            to=to,
            on_delete=field.on_delete if kind is not RelationKind.MANY_TO_MANY else None,
            related_name=_related_name(draft, field),
            through=through,
            db_constraint=field.db_constraint,
            path=field.path,
            line=field.line,
            related_query_name=_filled_in(draft, field.related_query_name),
            to_field=self._to_field(field, to),
        )

    def _to_field(self, field: FieldDraft, to: str | None) -> str | None:
        """The field that a foreign key points at, if that isn't the primary key."""
        target = self._builder.drafts.get((to or "").lower())
        found = target.fields.get(field.to_field or "") if target is not None else None
        return None if found is not None and found.primary_key else field.to_field

    def label_of(self, draft: ModelDraft, field: FieldDraft, target: Value) -> str | None:
        """The label of the model that *target* names for *draft*; None, and a blind spot, when there is no knowing."""
        if type(target) is TargetOf:
            return self._label_through(draft, field, target)
        value = self._run.plain(target)
        if isinstance(value, str):
            if value == "self":
                return draft.label
            if not all(part.isidentifier() for part in value.split(".")):
                # No model is called `-`: it keeps the place of what the field's class puts there.
                self._note_unknown(draft, field)
                return None
            wanted = value if "." in value else f"{draft.app_label}.{value}"
            known = self._builder.drafts.get(wanted.lower())
            return known.label if known is not None else wanted
        if type(value) is ModelReference:
            known = self._builder.drafts.get(value.label.lower())
            return known.label if known is not None else value.label
        if type(value) is Class:
            model = self._builder.draft_of(value)
            return (
                model.label
                if model is not None and not model.abstract
                else f"{value.module.name.partition('.')[0]}.{value.name}"
            )
        if type(value) is Symbol and not value.name.startswith("django.conf."):
            return _guessed_label(value.name)
        self._note_unknown(draft, field)
        return None

    def _note_unknown(self, draft: ModelDraft, field: FieldDraft) -> None:
        if draft.ours and not draft.abstract:
            reason = f"{draft.label}.{field.name} points at a model that only run time knows"
            self.blind_spots.append(BlindSpot(field.path, field.line, "unknown-target", reason))

    def _label_through(self, draft: ModelDraft, field: FieldDraft, target: TargetOf) -> str | None:
        label = self.label_of(draft, field, target.model)
        other = self._builder.drafts.get((label or "").lower())
        while other is not None:
            found = other.fields.get(target.field)
            if found is not None:
                return self.label_of(other, found, found.to)
            other = other.parents[0] if other.parents else None
        return None

    def _through(self, draft: ModelDraft, field: FieldDraft) -> str | None:
        if field.through is not None:
            return self.label_of(draft, field, field.through)
        # Neither an abstract model nor one that is swapped for another gets a table of its own.
        return None if draft.abstract or draft.swapped else f"{draft.app_label}.{draft.name}_{field.name}"

    def _through_models(self, draft: ModelDraft) -> Iterator[ModelDraft]:
        for field in draft.fields.values():
            if field.kind is RelationKind.MANY_TO_MANY and field.through is None:
                yield whole_between(self._builder, draft, field, self.label_of(draft, field, field.to))


def _related_name(draft: ModelDraft, field: FieldDraft) -> str | None:
    text = field.related_name
    if field.kind is RelationKind.MANY_TO_MANY and field.type.endswith("ManyToManyField"):
        text = _many_to_many_name(draft, field)
    elif text is None and field.kind is not RelationKind.GENERIC and not draft.abstract:
        text = draft.default_related_name
    return _filled_in(draft, text)


def _filled_in(draft: ModelDraft, text: str | None) -> str | None:
    """*text* with the names that `%(class)s` and its kin stand for; an abstract model leaves them to its children."""
    if text is None or draft.abstract:
        return text
    names = {"class": draft.name.lower(), "model_name": draft.name.lower(), "app_label": draft.app_label.lower()}
    for key, value in names.items():
        text = text.replace(f"%({key})s", value)
    return text


def _many_to_many_name(draft: ModelDraft, field: FieldDraft) -> str | None:
    """Django makes up a name where there is no way back: for symmetrical relations and for hidden ones."""
    symmetrical = field.to == "self" if field.symmetrical is None else field.symmetrical
    if symmetrical and field.to in ("self", draft.name):
        return f"{field.name}_rel_+"
    if field.related_name is not None and field.related_name.endswith("+"):
        return f"_{draft.app_label}_{draft.name.lower()}_{field.name}_+"
    return field.related_name or (None if draft.abstract else draft.default_related_name)


def _guessed_label(dotted: str) -> str:
    """`shop.models.orders.Order` without source is most likely `shop.Order`."""
    parts = dotted.split(".")
    package = parts[: parts.index("models")] if "models" in parts else parts[:-1]
    return f"{package[-1] if package else parts[0]}.{parts[-1]}"
