"""importlib, pkgutil and Django's import_string with constant names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Module, absolute_name
from cutpoint.domain.values import Place, Unknown, Value
from cutpoint.resolve.execution.imports import or_sample
from cutpoint.resolve.execution.targets import iterate

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.execution.known.signature import KnownFunction


def _import_module(
    run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, env: Environment | None
) -> Value:
    name = run.plain(a[0]) if a else None
    if not isinstance(name, str):
        return Unknown("a module whose name only run time knows", place)
    if name.startswith("."):
        package = run.plain(a[1] if len(a) > 1 else k.get("package"))
        module = run.modules.get(package) if isinstance(package, str) else None
        level = len(name) - len(name.lstrip("."))
        absolute = absolute_name(module, name[level:], level) if module else None
        if absolute is None:
            return Unknown("a module whose name only run time knows", place)
        name = absolute
    importer = env.module if env else None
    return or_sample(run, run.import_module(name, importer), name, place, importer)


def _import_string(
    run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, env: Environment | None
) -> Value:
    name = run.plain(a[0]) if a else None
    if not isinstance(name, str) or "." not in name:
        return Unknown("a name that only run time knows", place)
    module, _, member = name.rpartition(".")
    run.import_module(module, env.module if env else None)
    return run.member(module, member)


def _iter_modules(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    """(finder, name, is a package) of the modules of ours in the given folders."""
    folders = iterate(run, a[0] if a else k.get("path"), place)[0]
    prefix = run.plain(a[1] if len(a) > 1 else k.get("prefix", ""))
    prefix = prefix if isinstance(prefix, str) else ""
    found: list[Value] = []
    for folder in map(run.plain, folders):
        if isinstance(folder, str) and folder.startswith("/"):
            children = run.index.children_of_folder(folder.strip("/"))
            found += [(None, f"{prefix}{last}", package) for last, package in children]
        else:
            found.append(Unknown("the modules of an unknown folder", place))
    return tuple(found)


def _walk_packages(
    run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, env: Environment | None
) -> Value:
    """iter_modules, and again in every package that it finds."""
    folders = iterate(run, a[0] if a else k.get("path"), place)[0]
    prefix = run.plain(a[1] if len(a) > 1 else k.get("prefix", ""))
    prefix = prefix if isinstance(prefix, str) else ""
    found: list[Value] = []
    for folder in map(run.plain, folders):
        if not isinstance(folder, str):
            return Unknown("the modules of an unknown folder", place)
        for info in _iter_modules(run, [(folder,), prefix], {}, place, env):
            found.append(info)
            if type(info) is tuple and info[2]:
                below = f"{folder}/{info[1].removeprefix(prefix)}"
                found += _walk_packages(run, [(below,), f"{info[1]}."], {}, place, env)
    return tuple(found)


def _autodiscover(
    run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, env: Environment | None
) -> Value:
    """autodiscover_modules("admin") imports that module of every installed app."""
    apps = run.constants.get("cutpoint.installed_apps", ())
    for wanted in a:
        name = run.plain(wanted)
        if isinstance(name, str):
            for app in apps:
                if run.index.is_ours(f"{app}.{name}"):
                    run.import_module(f"{app}.{name}", env.module if env else None)
    return Unknown("nothing", place)


def _has_submodule(
    run: Interpreter, a: list[Value], _k: dict[str, Value], place: Place, _e: Environment | None
) -> Value:
    """module_has_submodule(package, "hooks")."""
    package, name = (run.plain(a[0]), run.plain(a[1])) if len(a) > 1 else (None, None)
    if type(package) is not Module or not isinstance(name, str):
        return Unknown("whether a package has a module", place)
    return run.index.find(f"{package.name}.{name}") is not None


FUNCTIONS: dict[str, KnownFunction] = {
    "importlib.import_module": _import_module,
    "builtins.__import__": _import_module,
    "django.utils.module_loading.import_string": _import_string,
    "django.utils.module_loading.import_by_path": _import_string,
    "pkgutil.iter_modules": _iter_modules,
    "pkgutil.walk_packages": _walk_packages,
    "django.utils.module_loading.autodiscover_modules": _autodiscover,
    "django.utils.module_loading.module_has_submodule": _has_submodule,
}
