"""Names of templates -> their files, as the loaders of Django would find them: folders of the settings, then those of installed apps."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from cutpoint.domain.values import Mapping, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cutpoint.domain.source import SourceFile
    from cutpoint.domain.values import Value
    from cutpoint.resolve.setup import Setup

_FOLDERS = ("templates", "jinja2")


class Templates:
    """Those of one project; the settings are asked when the first one is looked for."""

    def __init__(self, setup: Setup, files: Iterable[SourceFile]) -> None:
        self._setup = setup
        self._files = {file.path: file for file in files}
        self._folders: list[str] | None = None
        self._processors: tuple[str, ...] | None = None
        self._known: dict[str, SourceFile | None] = {}

    def find(self, name: str) -> SourceFile | None:
        """The file that *name* stands for; None when none of ours has it."""
        if name not in self._known:
            self._known[name] = self._find(posixpath.normpath(name))
        return self._known[name]

    def _find(self, name: str) -> SourceFile | None:
        if self._folders is None:
            self._folders = list(dict.fromkeys([*self._of_settings(), *self._of_apps(), *self._others()]))
        for folder in self._folders if self._files else ():
            found = self._files.get(f"{folder}/{name}" if folder else name)
            if found is not None:
                return found
        return None

    def processors(self) -> tuple[str, ...]:
        """Dotted names of what adds to the context of each page that a request renders."""
        if self._processors is None:
            run = self._setup.run
            found: dict[str, None] = {}
            for engine in self._engines():
                options = run.plain(engine.items.get("OPTIONS"))
                named = run.plain(options.items.get("context_processors")) if type(options) is Mapping else None
                texts = (run.plain(item) for item in _items(named))
                found |= dict.fromkeys(text for text in texts if isinstance(text, str))
            self._processors = tuple(found)
        return self._processors

    def _engines(self) -> Iterator[Mapping]:
        found, value = self._setup.settings.lookup("TEMPLATES")
        for engine in _items(self._setup.run.plain(value)) if found else ():
            options = self._setup.run.plain(engine)
            if type(options) is Mapping:
                yield options

    def _of_settings(self) -> Iterator[str]:
        run = self._setup.run
        for options in self._engines():
            for folder in _items(run.plain(options.items.get("DIRS"))):
                path = run.plain(folder)
                if isinstance(path, str):
                    # The analyzed root is `/` for code that puts paths together.
                    yield path.strip("/") if path.strip("/") != "." else ""

    def _of_apps(self) -> Iterator[str]:
        for installed in self._setup.apps.apps:
            for folder in _FOLDERS:
                yield f"{installed.app.path}/{folder}" if installed.app.path not in ("", ".") else folder

    def _others(self) -> list[str]:
        """Folders of this name that nothing tells of: of apps that are not installed, or known at run time only."""
        folders: set[str] = set()
        for path in self._files:
            parts = path.split("/")
            for depth in range(len(parts) - 1, 0, -1):
                if parts[depth - 1] in _FOLDERS:
                    folders.add("/".join(parts[:depth]))
        return sorted(folders, key=lambda folder: (folder.count("/"), folder))


def _items(value: Value) -> list[Value]:
    if isinstance(value, tuple):
        return list(value)
    return value.items if type(value) is Sequence else []
