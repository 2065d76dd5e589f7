"""Files that are run and not imported: manage.py, and settings that are put together out of files."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from cutpoint.domain.objects import Module
from cutpoint.domain.skeleton import unpack_body
from cutpoint.domain.source import Found
from cutpoint.resolve.execution.places import below_root

if TYPE_CHECKING:
    from cutpoint.domain.source import SourceFile
    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter


def run_main(run: Interpreter, found: Found) -> None:
    """Run a module as a script is run, apart from the module that an import of it would give."""
    module = Module(found)
    module.state = "running"
    if found.file is not None:
        module.env.update(__name__="__main__", __file__=f"/{found.file.path}")
        _run(run, module, found.file)


def run_in(run: Interpreter, file: SourceFile, names: dict[str, Value]) -> None:
    """Run *file* with *names* as its own, as `exec(open(file).read())` does; not again while it is running."""
    if file.path in run.running:
        run.endings.append((run.here, f"{file.path} is run again while it runs, which never ends"))
        return
    stem = file.path.removesuffix(".py")
    name = run.index.names.get(file.path) or posixpath.basename(stem)
    module = Module(Found(name=name, file=file, is_package=False, ours=True))
    module.env, module.state = names, "running"
    run.included.append(file.path)
    run.running.add(file.path)
    _run(run, module, file)
    run.running.discard(file.path)


def _run(run: Interpreter, module: Module, file: SourceFile) -> None:
    facts = run.read(file)
    run.run_top(module, unpack_body(facts.body) if facts.body else [])


def files_at(run: Interpreter, path: str, beside: str | None = None) -> list[SourceFile]:
    """The Python files of ours at *path*, which may be a pattern; `/` is the root, and a relative one begins *beside* a file, or where Python may be started."""
    if path.startswith("/"):
        inside = below_root(path)
        return run.index.files_at(inside) if inside is not None else []
    homes = [posixpath.dirname(beside)] if beside is not None else [*run.index.python_path, "."]
    for home in homes:
        found = run.index.files_at(posixpath.normpath(posixpath.join(home.lstrip("/"), path)))
        if found:
            return found
    return []
