"""Managers that models declare; those of packages that are not here are told by their names, and by where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.types import CERTAINTY_BITS, INFERRED, NOTHING, Manager, ModelClass, Type, one
from cutpoint.domain.values import Symbol, Value

if TYPE_CHECKING:
    from cutpoint.domain.objects import Function
    from cutpoint.infer.world import World

_DJANGO = "django."


class DeclaredManagers:
    """What is known of them in one analysis."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._declared: set[Class] | None = None
        self._has: dict[tuple[Class, str], bool] = {}
        self._query_classes: dict[Class, Class | None] = {}

    def is_query(self, cls: Class) -> bool:
        """Whether *cls* has a base like `SyncQuerySet` that nobody has seen."""
        return self._has_base(cls, "QuerySet")

    def is_manager(self, cls: Class) -> bool:
        """Whether *cls* has a base like `SyncManager` that nobody has seen, and models declare objects of it."""
        return self._has_base(cls, "Manager") and cls in self._of_models()

    def query_class(self, cls: Class) -> Class | None:
        """What `__init__` of a manager's class says: `self._queryset_class = OrderQuerySet`."""
        if cls not in self._query_classes:
            found = self._world.member(cls, "__init__")
            function = self._world.function_value(found[1]) if found is not None else None
            said = _assigned_in(function) if function is not None and function.env.module.found.ours else None
            value = self._world.program.plain(function.env.lookup(said)[1]) if function and said else None
            self._query_classes[cls] = value if type(value) is Class else None
        return self._query_classes[cls]

    def _has_base(self, cls: Class, ending: str) -> bool:
        known = self._has.get((cls, ending))
        if known is None:
            known = any(
                type(base) is Symbol and base.last.endswith(ending) and not base.name.startswith(_DJANGO)
                for base in self._world.program.linear(cls)
            )
            if cls.linear is not None:
                # The order of a class in a circle of imports is not final yet.
                self._has[cls, ending] = known
        return known

    def _of_models(self) -> set[Class]:
        """Classes of what models have in their bodies."""
        if self._declared is None:
            self._declared = set()
            program = self._world.program
            for model in self._world.catalog.models:
                cls = program.class_of(model.label)
                bases = program.linear(cls) if cls is not None else []
                bodies = [base.attributes for base in bases if type(base) is Class]
                for value in (value for body in bodies for value in body.values() if type(value) is Instance):
                    callee = program.plain(value.callee)
                    self._declared |= {callee} if type(callee) is Class else set()
        return self._declared

    def of(self, model: ModelClass, name: str, value: Instance) -> Type:
        """The manager that *model* has in *name*, if *value* is one."""
        world = self._world
        callee = world.program.plain(value.callee)
        if type(callee) is Class and world.is_manager(callee):
            level = _inferred(model.level) if self.is_manager(callee) else model.level
            return one(Manager, model.label, level, callee, None)
        if type(callee) is Symbol and callee.last in ("Manager", "BaseManager", "CurrentSiteManager"):
            return one(Manager, model.label, model.level, None, None)
        if name in world.space.links(model.label) or name in world.space.fields(model.label):
            return NOTHING
        return self._unseen(model, name, callee)

    def _unseen(self, model: ModelClass, name: str, callee: Value) -> Type:
        program = self._world.program
        query: Value | None = None
        if type(callee) is Instance:
            # `SyncManager.from_queryset(OrderQuerySet)()`
            maker = program.plain(callee.callee)
            if type(maker) is not Symbol or maker.last != "from_queryset":
                return NOTHING
            query = program.plain(callee.arguments[0]) if callee.arguments else None
        elif type(callee) is not Symbol or not (
            name == "objects" or callee.last == "as_manager" or callee.last.endswith("Manager")
        ):
            return NOTHING
        return one(Manager, model.label, _inferred(model.level), query if type(query) is Class else None, None)


def _assigned_in(function: Function) -> str | None:
    """The name that a function assigns to `_queryset_class` of an object."""
    body = function.body
    for node in sk.unpack_body(body) if isinstance(body, bytes) and b"_queryset_class" in body else ():
        match node:
            case [sk.ASSIGN, [[sk.ATTRIBUTE, _, "_queryset_class", *_]], [sk.NAME, str(name), *_], *_]:
                return name
    return None


def _inferred(level: int) -> int:
    """*level*, known by a convention."""
    return max(level & CERTAINTY_BITS, INFERRED) | level & ~CERTAINTY_BITS
