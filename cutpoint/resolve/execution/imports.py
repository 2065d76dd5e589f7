"""Import statements: names are bound at once for what runs now, and as references for what may never be needed."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from cutpoint.domain.objects import Module, absolute_name
from cutpoint.domain.source import BlindSpot
from cutpoint.domain.values import Place, Reference, Sequence, Symbol, Value

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.domain.skeleton import Node
    from cutpoint.resolve.execution.interpreter import Interpreter

FAILED = object()
"""The statement would raise ImportError: there is no such module of ours."""


def run_import(run: Interpreter, node: Node, env: Environment) -> object:
    """`import a.b.c` and `import a.b.c as d`."""
    for name, alias in node[1]:
        module = run.import_module(name, env.module)
        if _is_missing(run, module, name, 0):
            run.failed_imports += 1
            if run.trying == 0:
                module = or_sample(run, module, name, run.place(env, node[2]), env.module)
            if _is_failing(run, module, name, 0) and _fails(run, env, node[2], f"there is no module {name}"):
                return FAILED
        if alias:
            env.bind(alias, module, node[2])
        else:
            top = name.partition(".")[0]
            env.bind(top, run.import_module(top, env.module), node[2])
    return None


def run_from(run: Interpreter, node: Node, env: Environment) -> object:
    """`from a.b import c as d` and `from a.b import *`."""
    _, written, level, names, line = node
    name = absolute_name(env.module, written, level)
    if name is None:
        return FAILED if _fails(run, env, line, "a relative import that climbs out of its package") else None
    module = run.import_module(name, env.module)
    if _is_missing(run, module, name, level):
        run.failed_imports += 1
        if run.trying == 0:
            module = or_sample(run, module, name, run.place(env, line), env.module)
        if _is_failing(run, module, name, level) and _fails(run, env, line, f"there is no module {name}"):
            return FAILED
    for wanted, alias in names:
        if wanted == "*":
            _import_all(run, module, env, line)
            continue
        value = _member(run, module, name, wanted, run.place(env, line), env)
        if value is FAILED:
            run.failed_imports += 1
            value = Symbol(f"{name}.{wanted}")
            if run.trying == 0:
                value = or_sample(run, value, f"{name}.{wanted}", run.place(env, line), env.module)
            if type(value) is Symbol and _fails(run, env, line, f"{name} has no {wanted}"):
                return FAILED
        env.bind(alias or wanted, value, line)
    return None


def or_sample(run: Interpreter, module: Value, name: str, place: Place, importer: Module | None) -> Value:
    """*module*; where it is a file of ours that isn't there, the sample of it that lies beside, which is told."""
    sample = run.index.sample_of(name) if type(module) is Symbol and run.index.top_level_is_ours(name) else None
    if sample is None:
        return module
    reason = f"{name} is not in the tree; {sample} was read in its place"
    run.blind_spots.append(BlindSpot(place.path, place.line, "missing-module", reason))
    return run.import_module(sample, importer)


def _is_failing(run: Interpreter, module: Value, name: str, level: int) -> bool:
    return type(module) is Symbol and (level > 0 or run.index.top_level_is_ours(name))


def _fails(run: Interpreter, env: Environment, line: int, reason: str) -> bool:
    """Whether an import that would fail is there to be caught; elsewhere the name is taken to exist, unseen."""
    if run.trying:
        return True
    run.blind(env.module, line, "unresolved-import", reason)
    return False


def _is_missing(run: Interpreter, module: Value, name: str, level: int) -> bool:
    if type(module) is not Symbol:
        return False
    top = name.partition(".")[0]
    return level > 0 or (top not in _STANDARD and top != "django" and run.index.find(name) is None)


def _member(run: Interpreter, module: Value, name: str, wanted: str, place: Place, env: Environment) -> Value:
    if type(module) is not Module:
        # Code that falls back for other versions of a library only tells which way it goes by what the library has.
        if run.trying and run.shallow_names.has(name, wanted) is False:
            return FAILED
        return run.symbol(f"{name}.{wanted}")
    if module.state == "new":
        return Reference(module.name, wanted, place)
    if wanted in module.env:
        return module.env[wanted]
    if module.found.is_package:
        below = run.import_module(f"{module.name}.{wanted}", env.module)
        if type(below) is Module:
            return below
    certain = module.state == "done" and module.found.ours and not module.star_sources
    if certain and "__getattr__" not in module.env and module.found.file is not None:
        return FAILED
    return Reference(module.name, wanted, place)


def _import_all(run: Interpreter, module: Value, env: Environment, line: int) -> None:
    if type(module) is not Module:
        if type(module) is Symbol:
            env.module.star_sources.append(module.name)
        return
    if module.state == "running":
        run.circles.append(
            (run.place(env, line), f"{module.name} is imported while it still runs: the files import each other")
        )
    run.run_module(module)
    env.module.star_sources += [s for s in module.star_sources if s not in env.module.star_sources]
    exported = run.plain(module.env.get("__all__"))
    if type(exported) in (tuple, Sequence):
        items = exported if type(exported) is tuple else exported.items
        names = [item for item in map(run.plain, items) if isinstance(item, str)]
    else:
        names = [name for name in module.env if not name.startswith("_")]
    for name in names:
        if name in module.env:
            env.bind(name, module.env[name] if module.found.ours else run.member(module.name, name), line)
        elif module.state == "running" or module.found.is_package:
            env.bind(name, Reference(module.name, name, run.place(env, line)), line)


_STANDARD = frozenset(sys.stdlib_module_names)
