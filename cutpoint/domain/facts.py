"""What one file says on its own, names as written: the noun that gets cached."""

import msgspec


class ImportFact(msgspec.Struct, frozen=True, array_like=True):
    """One import statement (or one call that imports by a constant name)."""

    module: str
    """Dotted, as written; empty for `from . import x`."""
    level: int
    """Leading dots."""
    names: tuple[str, ...] | None
    """The names after `import` of a from-import (`*` included), None for a plain import."""
    line: int
    scope: str
    """`module`, `function` or `typing`."""


class FileFacts(msgspec.Struct, frozen=True, array_like=True):
    """Everything that later stages need of one file."""

    lines: int
    imports: tuple[ImportFact, ...]
    body: bytes
    """The module's skeleton, packed (`cutpoint.domain.skeleton`)."""
    problems: tuple[tuple[int, str, str], ...] = ()
    """(line, kind, reason) of what could not be read; a file with a fatal one has an empty body."""
    failed: bool = False
    """Nothing of the file could be read."""
    clues: tuple[tuple[str, str, int], ...] = ()
    """(kind, text, line) of what helps to understand the project as a whole: `settings-module`, `assigns-apps`, `defines-app-config` …"""
