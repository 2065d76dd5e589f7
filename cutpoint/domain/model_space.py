"""Models of a catalog -> how they hang together: accessors, words of queries, inherited columns, tables behind proxies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.catalog import Field, Model, RelationKind
from cutpoint.domain.declared_schema import DeclaredSchema
from cutpoint.domain.link import Link, forward_link, reverse_link

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_IN_A_COLUMN = frozenset({RelationKind.FOREIGN_KEY, RelationKind.ONE_TO_ONE, RelationKind.PARENT})


class ModelSpace:
    """All models of a catalog, asked by label: exactly as written, or else in any case.

    Nothing is worked out before it is asked for, and nothing twice. What comes out is shared: it is not to be changed.
    A model that is swapped for another has no links, and gives none to others.
    """

    def __init__(
        self,
        models: Iterable[Model],
        listened: Iterable[str] = (),
        keepings: Iterable[tuple[str, str, str, int]] = (),
        schema: DeclaredSchema | None = None,
    ) -> None:
        """Of two models with one label a concrete one counts before an abstract one, then the first.

        *listened* are labels of the models of whose deletes receivers want to hear; `*` stands for all.
        *keepings* are (model, model of the rows that each save and delete of it leaves, path and line that say so).
        """
        self.schema = schema or DeclaredSchema()
        """What the database does by itself."""
        self._listened = frozenset(listened)
        self._models: dict[str, Model] = {}
        self._by_path: dict[str, str] = {}
        self._by_name: dict[str, list[str]] = {}
        for model in sorted(models, key=lambda model: model.abstract):
            if self._models.setdefault(model.label, model) is model and not model.abstract:
                self._by_name.setdefault(model.name, []).append(model.label)
            self._by_path.setdefault(f"{model.module}.{model.name}", model.label)
        self._histories: dict[str, dict[str, str]] = {}
        self._kept: dict[str, list[tuple[str, str, int]]] = {}
        for model in self._models.values():
            if model.history_of is not None:
                self._histories.setdefault(model.history_of[0], {})[model.history_of[1]] = model.label
                self._kept.setdefault(model.history_of[0], []).append((model.label, model.path, model.line))
        for label, kept, path, line in keepings:
            if kept in self._models:
                self._kept.setdefault(label, []).append((kept, path, line))
        self._by_lower = {label.lower(): label for label in reversed(self._models)}
        self._concrete: dict[str, str] = {}
        self._parents: dict[str, tuple[Link, ...]] = {}
        self._fields: dict[str, dict[str, tuple[str, Field]]] = {}
        self._attnames: dict[str, dict[str, str]] = {}
        self._links: dict[str, dict[str, Link]] = {}
        self._query_links: dict[str, dict[str, Link]] = {}
        self._ancestors: dict[str, frozenset[str]] = {}
        self._forward: dict[str, tuple[Link, ...]] = {}
        self._pointing: dict[str, tuple[Link, ...]] | None = None

    def model(self, label: str) -> Model | None:
        """The model of this label."""
        return self._models.get(label) or self._models.get(self._by_lower.get(label.lower(), ""))

    def labels_named(self, name: str) -> tuple[str, ...]:
        """Labels of the models with a table whose class is called *name*, sorted."""
        return tuple(sorted(self._by_name.get(name, ())))

    def table(self, label: str) -> str | None:
        """The table that holds the model's rows; None for abstract and unknown models."""
        model = self.model(self.concrete(label))
        return None if model is None else model.table

    def concrete(self, label: str) -> str:
        """The label of the model whose table holds the rows: itself, or what a proxy stands for."""
        known = self._concrete.get(label)
        if known is None:
            model = self.model(label)
            behind = self._behind_proxy(model) if model is not None and model.proxy else model
            known = self._concrete[label] = label if behind is None else behind.label
        return known

    def parents(self, label: str) -> tuple[Link, ...]:
        """Links to multi-table parents, all the way up, nearest first; a proxy has those of its concrete model."""
        known = self._parents.get(label)
        if known is None:
            found: dict[str, Link] = {}
            waiting = [self.concrete(label)]
            for child in waiting:
                for link in self._forward_links(child):
                    if link.kind is RelationKind.PARENT and link.target is not None and link.target not in found:
                        found[link.target] = link
                        waiting.append(link.target)
            known = self._parents[label] = tuple(found.values())
        return known

    def children(self, label: str) -> tuple[str, ...]:
        """Labels of models that have this one as direct multi-table parent, sorted."""
        links = self.pointing_at(label)
        return tuple(sorted({link.declared_by for link in links if link.kind is RelationKind.PARENT}))

    def fields(self, label: str) -> dict[str, tuple[str, Field]]:
        """Columns by the name of their field, each with the label of the model that has it: its own and its parents'."""
        known = self._fields.get(label)
        if known is None:
            known = self._fields[label] = {}
            for model in self._with_parents(label):
                for field in model.fields:
                    known.setdefault(field.name, (model.label, field))
        return known

    def attnames(self, label: str) -> dict[str, str]:
        """From the attribute with the key of another row to the relation's name: `order_id` to `order`."""
        known = self._attnames.get(label)
        if known is None:
            known = self._attnames[label] = {}
            for model in self._with_parents(label):
                for relation in model.relations:
                    if relation.kind in _IN_A_COLUMN:
                        known.setdefault(f"{relation.name}_id", relation.name)
        return known

    def links(self, label: str) -> dict[str, Link]:
        """Every accessor by its name, forward ones first, inherited ones included.

        Hidden ones are there as well, as far as their names differ: `pointing_at` has them all.
        """
        known = self._links.get(label)
        if known is None:
            known = self._links[label] = {}
            for link in self._all_links(label):
                known.setdefault(link.name, link)
        return known

    def query_links(self, label: str) -> dict[str, Link]:
        """Every link that a lookup may follow, by the word for it."""
        known = self._query_links.get(label)
        if known is None:
            known = self._query_links[label] = {}
            concrete = self.concrete(label)
            for link in self._all_links(label):
                # A child has the accessors that lead from its parent to its siblings, but its queries don't know them.
                is_inherited = link.model != concrete
                if link.query_name and not (is_inherited and link.kind is RelationKind.PARENT and not link.forward):
                    known.setdefault(link.query_name, link)
        return known

    def pointing_at(self, label: str) -> tuple[Link, ...]:
        """Every reverse link to the model itself, not those to its parents: hidden ones too, as deletes follow them."""
        if self._pointing is None:
            self._pointing = self._turned_around()
        return self._pointing.get(self.concrete(label), ())

    def pk(self, label: str) -> str:
        """The name of the primary key field; `pk` for one of several columns, `id` where it is not known."""
        model = self.model(self.concrete(label))
        if model is None:
            return "id"
        for name, (_, field) in self.fields(label).items():
            if field.primary_key:
                return name
        return "id" if model.abstract else "pk"

    def is_listened_to(self, label: str) -> bool:
        """Whether somebody wants to hear when rows of *label* are deleted; senders are the very class, no proxy of it."""
        return label in self._kept or not self._listened.isdisjoint(("*", label))

    def histories(self, label: str) -> dict[str, str]:
        """Labels of the models that keep versions of rows of *label*, by the accessor that leads there."""
        return self._histories.get(label, {})

    def kept_of(self, label: str) -> tuple[tuple[str, str, int], ...]:
        """What each save and each delete of a row leaves: (model of that row, path and line that say so)."""
        return tuple(self._kept.get(label, ()))

    def soft_delete(self, label: str) -> str:
        """What deleting a row of *label* only marks; nothing when it deletes."""
        model = self.model(label)
        return model.soft_delete if model is not None else ""

    def wrapped(self, label: str) -> tuple[str, ...]:
        """Methods of a row of *label* that open a transaction."""
        model = self.model(label)
        return model.wrapped if model is not None else ()

    def is_subclass(self, label: str, other: str) -> bool:
        """Whether the class *label* is *other* or inherits from it; *other* may be a dotted path as well."""
        return self._known_as(other) in self._ancestors_of(self._known_as(label))

    def are_kin(self, label: str, other: str) -> bool:
        """Whether one model has a row for each of both, so that either may stand where the other is asked for."""
        shared = self._ancestors_of(self._known_as(label)) & self._ancestors_of(self._known_as(other))
        return not self._models.keys().isdisjoint(shared)

    # What the questions above are answered from

    def _behind_proxy(self, proxy: Model) -> Model | None:
        waiting, seen = [proxy], {proxy.label}
        while waiting:
            model = waiting.pop()
            if not model.proxy and not model.abstract:
                return model
            bases = [self._models.get(self._known_as(base)) for base in reversed(model.bases)]
            for base in bases:
                if base is not None and base.label not in seen:
                    seen.add(base.label)
                    waiting.append(base)
        return None

    def _with_parents(self, label: str) -> Iterator[Model]:
        for name in (self.concrete(label), *(link.target or "" for link in self.parents(label))):
            model = self.model(name)
            if model is not None:
                yield model

    def _forward_links(self, label: str) -> tuple[Link, ...]:
        known = self._forward.get(label)
        if known is None:
            model = self.model(label)
            known = self._forward[label] = () if model is None or model.swapped else tuple(self._declared_by(model))
        return known

    def _declared_by(self, model: Model) -> Iterator[Link]:
        for relation in model.relations:
            target = None if relation.to is None else self._as_known(relation.to)
            if target is not None and relation.kind is RelationKind.PARENT:
                target = self.concrete(target)
            yield forward_link(model, relation, target, self._through(relation.through))

    def _all_links(self, label: str) -> Iterator[Link]:
        concrete = self.concrete(label)
        model = self.model(concrete)
        if model is None or model.swapped:
            return
        yield from self._forward_links(concrete)
        if concrete != label:
            # A proxy may have generic relations of its own.
            yield from self._forward_links(label)
        yield from self.pointing_at(concrete)
        for parent in self.parents(label):
            if parent.target is not None:
                yield from self._forward_links(parent.target)
                yield from self.pointing_at(parent.target)

    def _turned_around(self) -> dict[str, tuple[Link, ...]]:
        found: dict[str, list[Link]] = {}
        for model in self._models.values():
            if model.abstract or model.swapped:
                continue
            for relation in model.relations:
                if relation.to is None or self._is_handed_down(model, relation.kind, relation.name):
                    continue
                target = self.concrete(self._as_known(relation.to))
                link = reverse_link(model, relation, target, self._through(relation.through))
                found.setdefault(target, []).append(link)
        return {label: tuple(links) for label, links in found.items()}

    def _is_handed_down(self, model: Model, kind: RelationKind, name: str) -> bool:
        """A generic relation is copied from concrete parents to children, and only the first is seen from its target."""
        if kind is not RelationKind.GENERIC_RELATION:
            return False
        ancestors = (self._models.get(base) for base in self._ancestors_of(model.label) if base != model.label)
        return any(
            relation.name == name and relation.kind is kind
            for base in ancestors
            if base is not None and not base.abstract
            for relation in base.relations
        )

    def _through(self, label: str | None) -> str | None:
        return None if label is None else self._as_known(label)

    def _as_known(self, label: str) -> str:
        return label if label in self._models else self._by_lower.get(label.lower(), label)

    def _known_as(self, base: str) -> str:
        """The label of a base that is a label or a dotted path; what is no model keeps its path."""
        label = self._as_known(base)
        return label if label in self._models else self._by_path.get(base, base)

    def _ancestors_of(self, label: str) -> frozenset[str]:
        known = self._ancestors.get(label)
        if known is None:
            found, waiting = {label: None}, [label]
            for each in waiting:
                model = self._models.get(each)
                for base in map(self._known_as, model.bases if model is not None else ()):
                    if base not in found:
                        found[base] = None
                        waiting.append(base)
            known = self._ancestors[label] = frozenset(found)
        return known


__all__ = ["Link", "ModelSpace"]
