"""What was worked out about types once and holds for the whole run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cutpoint.domain.objects import Class, Function, Instance
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Type
    from cutpoint.domain.values import Value
    from cutpoint.infer.frame import Frame


class SettledValues:
    """Types of lists, dicts and tuples that static execution has made, where the value alone tells them.

    Registries have hundreds of items, and are looked up by whoever wants one of them.
    """

    def __init__(self) -> None:
        self.asked = 0
        """How often the type of a value was a matter of inference: of a call that its module makes."""
        self._types: dict[tuple[int, int], tuple[Value, Type]] = {}
        self._steps = -1

    def get(self, value: Value, depth: int, steps: int) -> Type | None:
        """The type of *value* if it is known, and static execution has taken no more *steps* since."""
        if steps != self._steps:
            self._types.clear()
            self._steps = steps
            return None
        known = self._types.get((id(value), depth))
        return known[1] if known is not None else None

    def keep(self, value: Value, depth: int, steps: int, found: Type) -> None:
        """Note the type of *value*, which is kept as well: its identity stands for it."""
        if steps == self._steps:
            self._types[id(value), depth] = (value, found)


class Known:
    """Answers by what they follow from; none of them depends on what grows."""

    def __init__(self) -> None:
        self.returned: dict[tuple[Type, int, int, int, bool], Type] = {}
        """(result, who decided, what stays decided, whether it is proved) -> the result as the caller sees it."""
        self.passed: dict[Any, Type] = {}
        """(type, whether texts matter, whether joins do, depth) -> the type as an argument."""
        self.targets: dict[Any, tuple[Frame, dict[str, Type]]] = {}
        """A call, as `target_of` is asked for it -> the frame that it runs, and the types of its parameters."""
        self.given: dict[Function, dict[str, list[tuple[Any, str]]]] = {}
        """Function -> local name -> the relations that it is given to: see `given_relations`."""
        self.holders: dict[str, tuple[str, ...]] = {}
        """Name of an attribute -> models that have one, for each definition of it: see `rows_of_any_model`."""
        self.names_of_models: dict[str, bool] = {}
        """Name -> whether some model has an attribute of that name: see `attribute_tests`."""
        self.storing: dict[int, frozenset[str]] = {}
        """Node of the body of a loop -> local names under whose values it stores: see `stored_pairs`."""
        self.aliases: dict[Function, dict[str, Node]] = {}
        """Function -> local names that stand for an attribute or a call: see `aliases`."""
        self.arguments: dict[Any, Type] = {}
        """(function, position of a parameter, type, whether texts matter, whether joins do) -> the type that the parameter gets."""
        self.defaults_under_way: set[int] = set()
        """Nodes of the defaults of parameters that are evaluated right now."""
        self.signatures: dict[Function, list[Function]] = {}
        """Function -> those of its signatures that have type variables."""
        self.with_lists: dict[Type, bool] = {}
        """Type -> whether there are lists or dicts in it whose content may grow."""
        self.written: dict[int, list[Node]] = {}
        """What a loop goes through -> the items of the list that is written out there: see `written_lists`."""
        self.asks_for_newness: dict[Function, bool] = {}
        """Method -> whether it asks if its row is new."""
        self.decides_itself: dict[Function, bool] = {}
        """`__init__` -> whether it gives a row of its own: see `row_states`."""
        self.fields: dict[Class, tuple[int, list[tuple[str, Class | None, Instance | None, str]]]] = {}
        """Form or serializer -> the steps of static execution by then, and its fields: see `declared_fields`."""
        self._columns: dict[tuple[str, str, bool], tuple[str, str, bool]] = {}
        self.values = SettledValues()
        self._named: dict[str, tuple[int, list[Function]]] = {}

    def column(self, label: str, name: str, is_assigned: bool) -> tuple[str, str, bool]:
        """What a frame notes of a column: very many frames say the same."""
        key = (label, name, is_assigned)
        return self._columns.setdefault(key, key)

    def forget(self) -> None:
        """Make room once the fixpoint is found: whoever asks again works it out again."""
        for answers in (self.returned, self.passed, self.arguments, self.targets, self.with_lists):
            answers.clear()

    def by_name(self, functions: dict[Function, None], name: str) -> list[Function]:
        """Those of *functions*, to which more are only ever added, that are called *name*."""
        known = self._named.get(name)
        if known is None or known[0] != len(functions):
            known = self._named[name] = (len(functions), [each for each in functions if each.name == name])
        return known[1]
