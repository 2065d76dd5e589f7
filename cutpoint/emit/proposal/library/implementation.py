"""What an implementation of a protocol is made of: imports, functions that make records, and a class with every method."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from cutpoint.emit.proposal.library.annotations import Annotations
from cutpoint.emit.proposal.library.package import Class, Method, Package
from cutpoint.emit.proposal.library.reading import mapper, mapper_name
from cutpoint.emit.proposal.library.signatures import contract_imports, signature
from cutpoint.emit.proposal.library.writing import docstring

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cutpoint.emit.proposal.library.writing import Code

_WORD = re.compile(r"\w+")
_LITERAL = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'')
_VALUES = ("given", "json_of", "many_of", "plain", "plain_or_none", "told")


class Implementation(msgspec.Struct, frozen=True):
    """One file."""

    package: Package
    says: str
    class_says: list[str]
    name: str
    start: str
    """What its class begins with."""
    row: str
    """The type of a row."""
    of_row: Callable[[Class], dict[str, Code | str]]
    body: Callable[[Method], str]
    imports: tuple[tuple[str, str], ...]
    """(module, name) of what may be used beside the contracts."""

    def text(self) -> str:
        """With the imports that it needs, and no others."""
        annotations = Annotations(each.name for each in self.package.methods)
        methods = [f"{signature(each, annotations)}\n{self.body(each)}" for each in self.package.methods]
        code = "\n".join([f"class {self.name}:\n{docstring(self.class_says, 4)}", self.start, *methods])
        given = [each for each in self.package.records if not each.is_taken]
        mappers = {each.name: mapper(each, self.of_row(each), self.row) for each in given}
        needed = [mappers[each.name] for each in given if mapper_name(each.name) in code]
        used = set(_WORD.findall(_LITERAL.sub("", "\n".join([self.start, *methods, *needed]))))
        aliases = annotations.aliases()
        kinds = {
            name for each in given if mappers[each.name] in needed for slot in each.slots for name in slot.type.names
        }
        head = self._head(annotations, used, kinds) + (f"\n\n{aliases}" if aliases else "")
        parts = [head, *needed, code]
        return "\n\n\n".join(part.rstrip("\n") for part in parts if part) + "\n"

    def _head(self, annotations: Annotations, used: set[str], kinds: set[str]) -> str:
        standard = annotations.imports(kinds)
        typing = sorted({name for module, name in self.imports if module == "typing" and name in used})
        typing += ["TypeAlias"] if annotations.aliases() else []
        if typing:
            standard.append(f"from typing import {', '.join(typing)}")
        standard.sort(key=lambda line: line.split()[1])
        contracts = {"UNSET", "NotFound", "Conflict"} & used | annotations.used
        contracts |= {
            name for name in (*self.package.errors, *(each.name for each in self.package.records)) if name in used
        }
        lines = [docstring([self.says], 0), "from __future__ import annotations", ""]
        lines += [*standard, *([""] if standard else [])]
        lines += self._own(contracts, used)
        return "\n".join(lines)

    def _own(self, contracts: Iterable[str], used: set[str]) -> list[str]:
        by_module: dict[str, list[str]] = {}
        for module, name in self.imports:
            if module.startswith(".") and name in used:
                by_module.setdefault(module, []).append(name)
        if "once" in used and ".once" in by_module:
            by_module[".once"].append("once")
        values = [name for name in _VALUES if name in used]
        if values:
            by_module[".values"] = values
        found = {module: contract_imports(names, module) for module, names in by_module.items()}
        found[".contracts"] = contract_imports(contracts)
        return [found[module] for module in sorted(found) if found[module]]
