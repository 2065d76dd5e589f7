"""Import facts -> imports among modules of ours: what each statement itself loads."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from cutpoint.domain.catalog import Import, ImportScope

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cutpoint.domain.facts import FileFacts, ImportFact
    from cutpoint.domain.source import SourceFile
    from cutpoint.resolve.module_index import ModuleIndex


class ImportEdges:
    """Resolves the imports of all files of ours."""

    def __init__(self, index: ModuleIndex) -> None:
        """Resolve against *index*."""
        self._index = index
        self._scopes = {scope.value: scope for scope in ImportScope}
        self.aliases: dict[str, str] = {}
        """Second names under which modules are imported -> path of the module."""
        self.missing: Counter[str] = Counter()
        """Top-level packages without source, with the number of files that import them."""

    def resolve(self, files: tuple[SourceFile, ...], facts: Mapping[str, FileFacts]) -> tuple[Import, ...]:
        """All imports of ours to ours, sorted."""
        edges: set[Import] = set()
        for file in files:
            name = self._index.names.get(file.path)
            file_facts = facts.get(file.path)
            if name is None or file_facts is None:
                continue
            is_package = file.path.endswith("__init__.py")
            outside: set[str] = set()
            for fact in file_facts.imports:
                base = _absolute(name, fact, is_package=is_package)
                if base is None:
                    continue
                loaded = list(self._loaded(base, fact))
                if not loaded and not fact.level:
                    outside.add(base.partition(".")[0])
                scope = self._scopes[fact.scope]
                edges.update(Import(name, module, file.path, fact.line, scope) for module in loaded if module != name)
            self.missing.update(top for top in outside if top)
        return tuple(sorted(edges))

    def _loaded(self, base: str, fact: ImportFact) -> Iterator[str]:
        index = self._index
        if not index.is_ours(base):
            # import_string("shop.models.Order") names something inside a module.
            module = base.rpartition(".")[0]
            if fact.names is None and module:
                yield from self._module(module)
            return
        yield from self._module(base)
        for name in fact.names or ():
            if name != "*":
                yield from self._module(f"{base}.{name}")

    def _module(self, name: str) -> Iterator[str]:
        """*name* itself, when a file of ours answers to it; under a second name it is loaded a second time."""
        found = self._index.find(name) if self._index.is_ours(name) else None
        if found is not None and found.file is not None:
            if found.name != name:
                self.aliases[name] = found.file.path
            yield name


def _absolute(importer: str, fact: ImportFact, *, is_package: bool) -> str | None:
    if not fact.level:
        return fact.module
    parts = importer.split(".")
    keep = len(parts) - fact.level + (1 if is_package else 0)
    if keep <= 0:
        return None
    return ".".join([*parts[:keep], fact.module] if fact.module else parts[:keep])
