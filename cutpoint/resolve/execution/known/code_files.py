"""Files of Python code that other code runs by itself: exec and compile, runpy, loaders, and django-split-settings."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from cutpoint.domain.objects import Instance, Module
from cutpoint.domain.source import Found
from cutpoint.domain.values import Content, Mapping, PathText, Place, Symbol, Unknown, Value
from cutpoint.resolve.execution.places import below_root
from cutpoint.resolve.execution.scripts import files_at, run_in
from cutpoint.resolve.execution.text_methods import is_there

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.domain.source import SourceFile
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.execution.known.signature import KnownFunction, KnownMethod

_INCLUDED = "__included_file__"
_MOST_FILES = 200


def _open(run: Interpreter, a: list[Value], k: dict[str, Value], _p: Place, _e: Environment | None) -> Value:
    path = run.plain(a[0] if a else k.get("file"))
    return Content(path) if isinstance(path, str) else NotImplemented


def _compile(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    source = run.plain(a[0] if a else k.get("source"))
    return source if type(source) is Content else Unknown("code that is compiled from a text", place)


def _exec(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, env: Environment | None) -> Value:
    code = run.plain(a[0]) if a else None
    if type(code) is not Content:
        if env is not None:
            run.blind(env.module, place.line, "code-at-run-time", "code is executed that only run time knows")
        return None
    run.here = place
    names = _names(run, a[1] if len(a) > 1 else k.get("globals"), env)
    _run_all(run, files_at(run, code.path), names, code.path, place, env)
    return None


def _names(run: Interpreter, given: Value, env: Environment | None) -> dict[str, Value]:
    """The names that code is run with: those of a dict that it is *given*, or of the scope around the call."""
    held = run.plain(given)
    if type(held) is Mapping:
        return held.items
    if env is None:
        return {}
    # What is executed in a function binds nothing there, as in Python.
    return env.names if env.names is env.module.env else {**env.module.env, **env.names}


def _run_all(
    run: Interpreter,
    files: list[SourceFile],
    names: dict[str, Value],
    path: str,
    place: Place,
    env: Environment | None,
) -> None:
    for file in files[:_MOST_FILES]:
        run_in(run, file, names)
    if not files:
        _not_run(run, env, place, f"{path.lstrip('/')} is not in the tree")


def _not_run(run: Interpreter, env: Environment | None, place: Place, reason: str) -> None:
    """Note that code is missing, unless it may be: in a `try`, and on a branch that asks for the file."""
    run.failed_imports += 1
    if env is not None and not run.trying and not run.undecided:
        run.blind(env.module, place.line, "missing-module", reason)


def _include(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, env: Environment | None) -> Value:
    """django-split-settings: each pattern begins beside the file that includes, and is run in its scope."""
    if env is None:
        return None
    run.here = place
    names = _names(run, k["scope"], env) if "scope" in k else env.module.env
    for given in a:
        value = run.plain(given)
        may_miss = type(value) is Instance
        pattern = run.plain(value.arguments[0]) if may_miss and value.arguments else value
        if not isinstance(pattern, str):
            _not_run(run, env, place, "the settings that are included have a name that only run time knows")
            continue
        before = run.plain(names.get(_INCLUDED))
        beside = before if isinstance(before, str) else run.plain(names.get("__file__"))
        home = beside if isinstance(beside, str) else f"/{place.path}"
        files = files_at(run, pattern, home) if pattern else []
        # What lies outside may be there at run time, and was never seen: an optional file of the tree need not be.
        is_outside = below_root(posixpath.join(posixpath.dirname(home), pattern)) is None
        if not files and pattern and (is_outside or not may_miss):
            _not_run(run, env, place, f"no settings file is called {pattern}")
        for file in files[:_MOST_FILES]:
            names[_INCLUDED] = f"/{file.path}"
            run_in(run, file, names)
        names[_INCLUDED] = before if before is not None else beside
    return None


def _run_path(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, env: Environment | None) -> Value:
    path = run.plain(a[0] if a else k.get("path_name"))
    if not isinstance(path, str):
        return Unknown("what a file holds whose name only run time knows", place)
    names = dict(_given(run, a, k))
    names["__file__"] = PathText(path)
    _run_all(run, files_at(run, path), names, path, place, env)
    return Mapping(names)


def _run_module(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, env: Environment | None) -> Value:
    name = run.plain(a[0] if a else k.get("mod_name"))
    found = run.index.find(name) if isinstance(name, str) else None
    if found is None or found.file is None or not found.ours:
        return Unknown("what a module holds that is not in the tree", place)
    names = dict(_given(run, a, k))
    names.update(__name__=name, __file__=f"/{found.file.path}")
    _run_all(run, [found.file], names, found.file.path, place, env)
    return Mapping(names)


def _given(run: Interpreter, a: list[Value], k: dict[str, Value]) -> dict[str, Value]:
    given = run.plain(a[1] if len(a) > 1 else k.get("init_globals"))
    return given.items if type(given) is Mapping else {}


def _loaded(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, env: Environment | None) -> Value:
    """`load_source(name, path)`: the module that the file makes."""
    path = run.plain(a[1]) if len(a) > 1 else None
    files = files_at(run, path) if isinstance(path, str) else []
    if not files:
        _not_run(run, env, place, "a module is loaded from a file that is not in the tree")
        return Unknown("a module whose file is not in the tree", place)
    name = run.plain(a[0])
    module = Module(Found(name=name if isinstance(name, str) else "", file=files[0], is_package=False, ours=True))
    module.state = "done"
    module.env.update(__name__=module.name, __file__=f"/{files[0].path}")
    run_in(run, files[0], module.env)
    # What is asked of it is looked up by its name, as of any module.
    run.modules.setdefault(module.name, module)
    return module


def _module_of(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, env: Environment | None) -> Value:
    """`module_from_spec(spec_from_file_location(name, path))`: its code is run at once and not by `exec_module`."""
    spec = run.plain(a[0]) if a else None
    return _loaded(run, spec.arguments, {}, place, env) if type(spec) is Instance else NotImplemented


def _load_module(run: Interpreter, receiver: Value, _a: list[Value], _k: dict[str, Value], place: Place) -> Value:
    loader = run.plain(receiver)
    callee = run.plain(loader.callee) if type(loader) is Instance else None
    if type(callee) is Symbol and callee.last == "SourceFileLoader":
        return _loaded(run, loader.arguments, {}, place, None)
    return NotImplemented


def _is_there(run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    path = run.plain(a[0]) if a else None
    return is_there(run, path) if isinstance(path, str) else Unknown("a file that only run time has", place)


KEPT = {
    "split_settings.tools.include": "split_settings.tools.include",
    "split_settings.tools.optional": "split_settings.tools.optional",
}

FUNCTIONS: dict[str, KnownFunction] = {
    "builtins.open": _open,
    "io.open": _open,
    "codecs.open": _open,
    "builtins.compile": _compile,
    "builtins.exec": _exec,
    "runpy.run_path": _run_path,
    "runpy.run_module": _run_module,
    "imp.load_source": _loaded,
    "importlib.util.module_from_spec": _module_of,
    "os.path.exists": _is_there,
    "os.path.isfile": _is_there,
    "split_settings.tools.include": _include,
}

METHODS: dict[str, KnownMethod] = {"load_module": _load_module}
