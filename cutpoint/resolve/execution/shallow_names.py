"""The names that a module binds, told from its text alone: enough to know whether an import of one would fail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.facts import FileFacts
    from cutpoint.domain.skeleton import Body, Node
    from cutpoint.domain.source import SourceFile
    from cutpoint.resolve.module_index import ModuleIndex


class ShallowNames:
    """Looks modules up and reads them, but runs none of their code."""

    def __init__(self, index: ModuleIndex, read: Callable[[SourceFile], FileFacts]) -> None:
        """Find modules in *index*; *read* gives the facts of a file."""
        self._index = index
        self._read = read
        self._known: dict[str, frozenset[str] | None] = {}

    def of(self, module: str) -> frozenset[str] | None:
        """Names at the module's own level, on every branch; None when they cannot all be known."""
        if module not in self._known:
            # A circle of star imports brings nothing new.
            self._known[module] = frozenset()
            self._known[module] = self._of(module)
        return self._known[module]

    def has(self, module: str, name: str) -> bool | None:
        """Whether `from module import name` finds something; None when there is no knowing."""
        names = self.of(module)
        if names is None or name in names or "__getattr__" in names:
            return None if names is None or name not in names else True
        return self._index.find(f"{module}.{name}") is not None

    def _of(self, module: str) -> frozenset[str] | None:
        found = self._index.find(module)
        if found is None or found.file is None:
            return None
        facts = self._read(found.file)
        if facts.failed or not facts.body:
            return None
        names: set[str] = set()
        stars: list[str] = []
        _collect(sk.unpack_body(facts.body), names, stars, module if found.is_package else module.rpartition(".")[0])
        for star in stars:
            inner = self.of(star)
            if inner is None:
                return None
            names |= {name for name in inner if not name.startswith("_")}
        return frozenset(names)


def _collect(body: Body, names: set[str], stars: list[str], package: str) -> None:
    for node in body:
        match node:
            case [sk.FUNCTION | sk.CLASS, name, *_]:
                names.add(name)
            case [sk.IMPORT, aliases, _]:
                names.update(alias or name.partition(".")[0] for name, alias in aliases)
            case [sk.FROM, written, level, aliases, _]:
                if any(name == "*" for name, _ in aliases):
                    stars.append(_absolute(package, written, level))
                names.update(alias or name for name, alias in aliases if name != "*")
            case [sk.ASSIGN, targets, *_]:
                for target in targets:
                    _bind(target, names)
            case [sk.ANNOTATED | sk.AUGMENTED | sk.FOR, target, *_]:
                _bind(target, names)
        for inner in _inner_bodies(node):
            _collect(inner, names, stars, package)


def _bind(target: Node, names: set[str]) -> None:
    match target:
        case [sk.NAME, name, _]:
            names.add(name)
        case [sk.TUPLE | sk.LIST, targets, *_]:
            for inner in targets:
                _bind(inner, names)


def _inner_bodies(node: Node) -> list[Body]:
    match node:
        case [sk.IF, branches, otherwise]:
            return [*(body for _, body, _ in branches), otherwise]
        case [sk.TRY, body, handlers, otherwise, final, _]:
            return [body, *(inner for _, _, inner in handlers), otherwise, final]
        case [sk.FOR, _, _, body, otherwise, *_]:
            return [body, otherwise]
        case [sk.WITH, _, body, *_]:
            return [body]
    return []


def _absolute(package: str, written: str, level: int) -> str:
    if not level:
        return written
    parts = package.split(".")
    kept = parts[: len(parts) - level + 1]
    return ".".join([*kept, written] if written else kept)
