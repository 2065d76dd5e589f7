"""What was worked out about types once and holds for the whole run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cutpoint.domain.objects import Function
    from cutpoint.domain.types import Type


class Known:
    """Answers by what they follow from; none of them depends on what grows."""

    def __init__(self) -> None:
        self.returned: dict[tuple[Type, int, int, bool], Type] = {}
        """(result, who decided, what stays decided, whether it is proved) -> the result as the caller sees it."""
        self.passed: dict[Any, Type] = {}
        """(type, whether texts matter, whether joins do, depth) -> the type as an argument."""
        self.given: dict[Function, dict[str, list[tuple[Any, str]]]] = {}
        """Function -> local name -> the relations that it is given to: see `given_relations`."""
        self.with_lists: dict[Type, bool] = {}
        """Type -> whether there are lists or dicts in it whose content may grow."""
        self.asks_for_newness: dict[Function, bool] = {}
        """Method -> whether it asks if its row is new."""
        self._named: dict[str, tuple[int, list[Function]]] = {}

    def by_name(self, functions: dict[Function, None], name: str) -> list[Function]:
        """Those of *functions*, to which more are only ever added, that are called *name*."""
        known = self._named.get(name)
        if known is None or known[0] != len(functions):
            known = self._named[name] = (len(functions), [each for each in functions if each.name == name])
        return known[1]
