"""What inference knows of the whole program: models by class, classes by lineage, managers, and values as types."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Any

from cutpoint.domain.catalog import RelationKind
from cutpoint.domain.objects import Class, Function, Instance, absolute_name
from cutpoint.domain.source import Role
from cutpoint.domain.types import (
    ANY,
    CERTAINTY_BITS,
    INFERRED,
    NOTHING,
    PLAIN,
    PROVED,
    STORED,
    ClassOf,
    ModelClass,
    Row,
    Type,
    join,
    one,
)
from cutpoint.domain.values import Symbol
from cutpoint.infer.base_model import ends_at
from cutpoint.infer.conventions import REQUEST, is_request_class
from cutpoint.infer.declared_managers import DeclaredManagers
from cutpoint.infer.permissioned_views import PermissionedViews
from cutpoint.infer.registrations import models_by_decorators

if TYPE_CHECKING:
    from cutpoint.domain.catalog import Catalog
    from cutpoint.domain.model_space import ModelSpace
    from cutpoint.domain.objects import Module
    from cutpoint.domain.program import Program
    from cutpoint.domain.values import Value

MISSING = object()
"""No class of the order has such a name."""

_MANAGERS = frozenset({"Manager", "BaseManager"})
_QUERIES = frozenset({"QuerySet", "RawQuerySet"})


class World:
    """Answers about names that no single frame has."""

    def __init__(self, program: Program, catalog: Catalog, space: ModelSpace) -> None:
        self.program = program
        self.catalog = catalog
        self.space = space
        self.user_label = catalog.settings.auth_user_model
        self._lineages: dict[Class, frozenset[str]] = {}
        self._members: dict[tuple[Class, str], Any] = {}
        self._subclasses: dict[int, list[Class]] | None = None
        self._default_managers: dict[str, Class | None] = {}
        self.app_of_path = {module.path: module.app for module in catalog.modules}
        self._classes_seen = 0
        self._registered: dict[int, Type] = {}
        self.test_modules = {module.name for module in catalog.modules if module.role is Role.TEST}
        self._generic: dict[str, list[str]] = {}
        self._keep: list[Any] = []
        self._derived: dict[tuple[Class | str, tuple[str, ...] | frozenset[str], str], bool] = {}
        self._managers: list[tuple[str, Class]] | None = None
        self.declared_managers = DeclaredManagers(self)
        self.permissioned_views = PermissionedViews(self)
        self._typing: dict[str, dict[str, tuple[str, str]]] = {}

    # Classes

    def lineage(self, cls: Class) -> frozenset[str]:
        """Dotted names of everything that *cls* inherits from, itself included."""
        known = self._lineages.get(cls)
        if known is None:
            names = set()
            for base in self.program.linear(cls):
                if type(base) is Class:
                    names.add(base.dotted)
                elif type(base) is Symbol:
                    names.add(base.name)
            known = self._lineages[cls] = frozenset(names)
        return known

    def derives(self, cls: Class | str, lasts: tuple[str, ...] | frozenset[str], prefix: str = "django.") -> bool:
        """Whether *cls* inherits from a library class of one of these bare names."""
        key = (cls, lasts, prefix)
        known = self._derived.get(key)
        if known is None:
            names = (cls,) if isinstance(cls, str) else self.lineage(cls)
            known = self._derived[key] = any(
                name.rpartition(".")[2] in lasts and name.startswith(prefix) for name in names
            )
        return known

    def is_manager(self, cls: Class) -> bool:
        """Whether instances of *cls* are managers."""
        return self.derives(cls, _MANAGERS, "django.db.models") or self.declared_managers.is_manager(cls)

    def is_query(self, cls: Class) -> bool:
        """Whether instances of *cls* are querysets."""
        return self.derives(cls, _QUERIES, "django.db.models") or self.declared_managers.is_query(cls)

    def member(self, cls: Class, name: str) -> tuple[Class | Symbol, Value] | None:
        """(definer, value) of a name along the order of *cls*; a Symbol without a value is a library class that may have it."""
        key = (cls, name)
        known = self._members.get(key, MISSING)
        if known is MISSING:
            known = self._members[key] = self._find(self.program.linear(cls), name)
        return known  # type: ignore[no-any-return]  # what _find gives

    def member_after(self, cls: Class, owner: Class, name: str) -> tuple[Class | Symbol, Value] | None:
        """The same for `super()` in a method of *owner* on an instance of *cls*."""
        order = self.program.linear(cls)
        order = order[order.index(owner) + 1 :] if owner in order else self.program.linear(owner)[1:]
        return self._find(order, name)

    @staticmethod
    def _find(order: list[Value], name: str) -> tuple[Class | Symbol, Value] | None:
        symbol: Symbol | None = None
        for base in order:
            if type(base) is Class:
                if name in base.attributes:
                    return base, base.attributes[name]
                if name in base.contributed:
                    return base, base.contributed[name]
            elif type(base) is Symbol and symbol is None and base.name not in ("builtins.object", "typing.Generic"):
                symbol = base
            if ends_at(base, name):
                break
        return (symbol, None) if symbol is not None else None

    def subclasses(self, cls: Class) -> list[Class]:
        """Classes that inherit from *cls* directly or not, by name."""
        classes = self.program.all_classes()
        if self._subclasses is None or self._classes_seen != len(classes):
            # Modules run when they are first asked for, and bring more classes.
            self._classes_seen = len(classes)
            self._subclasses = {}
            for other in sorted(classes, key=attrgetter("dotted")):
                for base in self.program.linear(other)[1:]:
                    if type(base) is Class:
                        self._subclasses.setdefault(id(base), []).append(other)
        return self._subclasses.get(id(cls), [])

    # Models

    def class_type(self, cls: Class, level: int = PROVED) -> Type:
        """The type of the class itself: a model's, or another's."""
        label = self.concrete_label(cls)
        if label is not None:
            return one(ModelClass, label, level)
        return one(ClassOf, REQUEST if is_request_class(cls) else cls, level)

    def concrete_label(self, cls: Class) -> str | None:
        """The label of *cls* when it is a model with rows."""
        label = self.program.label_of(cls)
        if label is None:
            return None
        model = self.space.model(label)
        return None if model is None or model.abstract else model.label

    def user_row(self, level: int = INFERRED) -> Type:
        """An instance of the user model."""
        return one(Row, self.user_label, level, ANY) if self.space.model(self.user_label) else PLAIN

    def generic_targets(self, label: str, level: int) -> Type:
        """Rows that a generic foreign key of *label* may point at: of models with a generic relation to it."""
        known = self._generic.get(label)
        if known is None:
            known = self._generic[label] = self.without_children(
                [
                    model.label
                    for model in self.catalog.models
                    if not model.abstract
                    and model.module not in self.test_modules
                    and any(
                        relation.kind is RelationKind.GENERIC_RELATION and relation.to == label
                        for relation in model.relations
                    )
                ]
            )
        result: Type = NOTHING
        for each in known:
            result = join(
                result, one(Row, each, max(level & CERTAINTY_BITS, INFERRED) | level & ~CERTAINTY_BITS, STORED)
            )
        return result

    def register(self, admin: Class, models: Type) -> None:
        """Note `admin.site.register(Order, OrderAdmin)`."""
        self._registered[id(admin)] = join(self._registered.get(id(admin), NOTHING), models)
        self._keep.append(admin)

    def registered_models(self, admin: Class) -> Type:
        """The models that *admin* is registered for, by a call or by its decorator."""
        found = self._registered.get(id(admin), NOTHING)
        for model in models_by_decorators(self.program, admin):
            if self.concrete_label(model) is not None:
                found = join(found, self.class_type(model))
        return found

    def without_children(self, labels: list[str]) -> list[str]:
        """*labels* without those whose multi-table parent is among them: saving a child saves the parent, too."""
        known = set(labels)
        return [
            label
            for label in labels
            if not any(parent.target in known and parent.target != label for parent in self.space.parents(label))
        ]

    # Managers

    def default_manager(self, label: str) -> Class | None:
        """The project's class of `_default_manager` of a model; None for Django's own."""
        if label not in self._default_managers:
            self._default_managers[label] = None
            self._default_managers[label] = self._first_manager(label)
        return self._default_managers[label]

    def _first_manager(self, label: str) -> Class | None:
        cls = self.program.class_of(label)
        if cls is None:
            return None
        for base in self.program.linear(cls):
            if type(base) is not Class:
                continue
            for value in base.attributes.values():
                if type(value) is not Instance:
                    continue
                callee = self.program.plain(value.callee)
                if type(callee) is Class and self.is_manager(callee):
                    return callee
                if type(callee) is Symbol and callee.last in _MANAGERS:
                    return None
        return None

    def query_class(self, manager: Class | None) -> Class | None:
        """The queryset class that a manager class was made from, if it says."""
        if manager is None:
            return None
        found = self.member(manager, "_queryset_class")
        value = self.program.plain(found[1]) if found is not None and type(found[0]) is Class else None
        return value if type(value) is Class else self.declared_managers.query_class(manager)

    def managed_by(self, cls: Class) -> list[tuple[str, Class]]:
        """(label, manager class) of the models that have a manager of *cls* or of a class below it."""
        return [pair for pair in self._all_managers() if cls in self.program.linear(pair[1])]

    def queried_by(self, cls: Class) -> list[tuple[str, Class]]:
        """(label, queryset class) of the models whose manager was made from *cls* or a class below it."""
        found: dict[tuple[str, Class], None] = {}
        for label, manager in self._all_managers():
            query = self.query_class(manager)
            if query is not None and cls in self.program.linear(query):
                found[label, query] = None
        return list(found)

    def _all_managers(self) -> list[tuple[str, Class]]:
        if self._managers is None:
            found: dict[tuple[str, Class], None] = {}
            for model in self.catalog.models:
                cls = self.program.class_of(model.label)
                if cls is None or model.abstract:
                    continue
                for base in self.program.linear(cls):
                    for value in base.attributes.values() if type(base) is Class else ():
                        callee = self.program.plain(value.callee) if type(value) is Instance else None
                        if type(callee) is Class and self.is_manager(callee):
                            found[model.label, callee] = None
            self._managers = list(found)
        return self._managers

    def typing_import(self, module: Module, name: str) -> Value | None:
        """What *name* stands for when only `if TYPE_CHECKING:` imports it."""
        key = module.name
        known = self._typing.get(key)
        if known is None:
            known = self._typing[key] = {}
            facts = self.program.facts(module.found.file) if module.found.file is not None else None
            for fact in facts.imports if facts is not None else ():
                for each in fact.names or () if fact.scope == "typing" else ():
                    base = absolute_name(module, fact.module, fact.level)
                    if base is not None:
                        known[each] = (base, each)
        found = known.get(name)
        return self.program.member(*found) if found is not None else None

    def function_value(self, value: Value) -> Function | None:
        """*value* if it is a function."""
        value = self.program.plain(value)
        return value if type(value) is Function else None
