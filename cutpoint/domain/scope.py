"""Where names live while code is executed: a function or class scope inside others, the module's outermost."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cutpoint.domain.objects import Class, Module
    from cutpoint.domain.values import Value


class Environment:
    """One scope. Names of a class scope are not seen from the functions inside it, as in Python."""

    __slots__ = (
        "is_class",
        "module",
        "names",
        "outer",
        "outward",
        "owner",
        "places",
        "prefix",
        "receiver",
        "returns",
        "yields",
    )

    def __init__(
        self, module: Module, outer: Environment | None, names: dict[str, Value], *, is_class: bool = False
    ) -> None:
        self.module = module
        self.outer = outer
        self.names = names
        self.is_class = is_class
        self.outward: set[str] = set()
        """Names declared global or nonlocal."""
        self.owner: Class | None = None
        """The class around the function that runs in this scope."""
        self.receiver: Value = None
        """The first argument of the method that runs in this scope."""
        self.places: dict[str, int] = {}
        """Line of the last binding, kept for class scopes."""
        self.returns: list[Value] = []
        self.yields: list[Value] | None = None
        self.prefix = ""
        """What comes before the names of classes and functions defined here, as in `__qualname__`."""

    def lookup(self, name: str) -> tuple[bool, Value]:
        """(found, value) of *name* as code in this scope sees it, without builtins."""
        names = self.names
        if name in names:
            return True, names[name]
        scope = self.outer
        while scope is not None:
            if not scope.is_class and name in scope.names:
                return True, scope.names[name]
            scope = scope.outer
        if name in self.module.env:
            return True, self.module.env[name]
        return False, None

    def bind(self, name: str, value: Value, line: int) -> None:
        """Give *name* a value in this scope, or in the scope that a global or nonlocal statement said."""
        if name in self.outward:
            scope = self.outer
            while scope is not None:
                if not scope.is_class and name in scope.names:
                    scope.names[name] = value
                    return
                scope = scope.outer
            self.module.env[name] = value
            return
        self.names[name] = value
        if self.is_class:
            self.places[name] = line
