"""Templates by name: their parts as functions, and the names that each part needs of its context."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Function, Module
from cutpoint.domain.scope import Environment
from cutpoint.domain.source import Found
from cutpoint.domain.values import Place

if TYPE_CHECKING:
    from cutpoint.domain.program import Program
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.source import SourceFile
    from cutpoint.infer.templates.tags import Tag

_MOST_ANCESTORS = 12


class Part:
    """What stands in one block of a template, or in none."""

    __slots__ = ("around", "function", "included", "name", "names", "others", "shows_overridden")

    def __init__(self, node: Node, module: Module) -> None:
        _, self.name, self.around, self.shows_overridden, body, line, names, included, self.others = node
        self.names = frozenset(names)
        self.included: tuple[str, ...] = tuple(included)
        place = Place(module.path, line)
        self.function = Function(module.name, [], body, Environment(module, None, {}), place)
        self.function.qualname = self.name


class Template:
    """A template that could be read."""

    __slots__ = ("extends", "module", "parts")

    def __init__(self, file: SourceFile, name: str, body: list[Node]) -> None:
        self.module = Module(Found(name=name, file=file, is_package=False, ours=False))
        self.module.state = "done"
        self.extends: Node = None
        self.parts: dict[str, Part] = {}
        for node in body:
            if node[0] == sk.EXTENDS:
                self.extends = node[1]
            else:
                part = Part(node, self.module)
                self.parts.setdefault(part.name, part)


class KnownTemplates:
    """Of one analysis; each is read when it is first rendered."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._templates: dict[str, Template | None] = {}
        self._shown: dict[str, tuple[Part, ...]] = {}
        self._needed: dict[str, frozenset[str] | None] = {}
        self._unread: list[tuple[str, int, str, str]] = []
        self.tags: dict[str, Tag | None] | None = None
        """Tags that functions of ours define, once one is asked for."""

    def named(self, name: str) -> Template | None:
        """The template of this name; None when there is none of ours, or it can't be read."""
        if name not in self._templates:
            file = self._program.template(name)
            self._templates[name] = self._read(file, name) if file is not None else None
        return self._templates[name]

    def _read(self, file: SourceFile, name: str) -> Template | None:
        facts = self._program.facts(file)
        self._unread += [(file.path, *problem) for problem in facts.problems]
        return Template(file, name, sk.unpack_body(facts.body)) if facts.body else None

    def unread(self) -> list[tuple[str, int, str, str]]:
        """(path, line, kind, reason) of those that could not be read."""
        return self._unread

    def shown(self, name: str) -> tuple[Part, ...]:
        """The parts of a template and of those that it extends which are shown: blocks that none overrides."""
        if name not in self._shown:
            self._shown[name] = tuple(self._parts(name))
        return self._shown[name]

    def _parts(self, name: str) -> list[Part]:
        found: list[Part] = []
        overridden: set[str] = set()
        current: str | None = name
        for _ in range(_MOST_ANCESTORS):
            template = self.named(current) if current is not None else None
            if template is None:
                break
            parent = template.extends if type(template.extends) is str else None
            hidden: set[str] = set()
            for part in reversed(template.parts.values()):
                # Outer blocks come after those inside them; what stands outside of blocks is shown by the last one.
                if part.name in overridden or part.around in hidden:
                    hidden.add(part.name)
                elif part.name or template.extends is None:
                    found.append(part)
            overridden |= {each.name for each in template.parts.values() if each.name and not each.shows_overridden}
            current = parent
        return found

    def needed(self, name: str) -> frozenset[str] | None:
        """The names that a template looks up, with all that it includes; None when that may be any."""
        if name not in self._needed:
            # One that includes itself needs no more names because of that.
            self._needed[name] = frozenset()
            self._needed[name] = self._names(self.shown(name))
        return self._needed[name]

    def needed_by(self, part: Part) -> frozenset[str] | None:
        """The same of one part."""
        return self._names((part,))

    def _names(self, parts: tuple[Part, ...]) -> frozenset[str] | None:
        names: set[str] = set()
        for part in parts:
            if part.others:
                return None
            names |= part.names
            for included in part.included:
                inner = self.needed(included)
                if inner is None:
                    return None
                names |= inner
        return frozenset(names)
