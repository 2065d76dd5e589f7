"""Analysis → for each thing about the project that looks wrong, the option and the line of configuration to set."""

import json
import shlex

import msgspec

from cutpoint.domain.analysis import Analysis
from cutpoint.emit.page import Line, Piece, command, count, line, name, names


class Advice(msgspec.Struct, frozen=True):
    """Something that looks wrong, and what to set."""

    wrong: Line
    options: tuple[Piece, ...]
    config_lines: tuple[Piece, ...]


def advice(analysis: Analysis, typed: str) -> tuple[Advice, ...]:
    """What to set, most important first; *typed* is the path with its options as typed, quoted."""
    asked = (
        _settings_advice(analysis, typed),
        _root_advice(analysis, typed),
        _no_apps_advice(analysis, typed),
        _packages_advice(analysis, typed),
        _parse_advice(analysis, typed),
    )
    return tuple(item for item in asked if item is not None)


def _settings_advice(analysis: Analysis, typed: str) -> Advice | None:
    settings = analysis.catalog.settings
    if settings.module is not None and settings.installed_apps:
        return None
    wrong = (
        line("No settings module was found, so every app in the tree is taken as installed.")
        if settings.module is None
        else line(name(settings.module), " names no INSTALLED_APPS that could be read.")
    )
    others = [module for module in settings.candidates if module != settings.module]
    best = others[0] if others else "MODULE"
    return Advice(wrong, *_either(typed, "settings", best))


def _root_advice(analysis: Analysis, typed: str) -> Advice | None:
    roots = analysis.reading.django_roots
    if len(roots) < 2:
        return None
    chosen = next((folder for folder in analysis.catalog.python_path if folder in roots), roots[0])
    others = [folder for folder in roots if folder != chosen]
    wrong = line("Of the folders with a manage.py, ", name(chosen), " is read, and not ", names(others), ".")
    return Advice(wrong, *_either(typed, "root", others[0]))


def _no_apps_advice(analysis: Analysis, typed: str) -> Advice | None:
    if any(app.ours for app in analysis.catalog.apps):
        return None
    wrong = line("No first-party app was found: the folder that holds the apps may be missing on the Python path.")
    return Advice(wrong, *_either(typed, "path", "FOLDER", as_list=True))


def _packages_advice(analysis: Analysis, typed: str) -> Advice | None:
    missing = analysis.catalog.missing_packages
    if not missing:
        return None
    package, files = missing[0]
    wrong = line(
        f"{count(len(missing), 'package')} that ours import have no source here, first ",
        name(package),
        f" (imported by {count(files, 'file')}): their models and base classes are unknown. ",
        "VENV is the project's virtual environment or its site-packages.",
    )
    return Advice(wrong, *_either(typed, "packages", "VENV", as_list=True))


def _parse_advice(analysis: Analysis, typed: str) -> Advice | None:
    failures = analysis.reading.parse_failures
    if not failures:
        return None
    wrong = line(f"{count(failures, 'file')} could not be parsed; if they are templates or samples, leave them out.")
    return Advice(wrong, *_either(typed, "exclude", "PATTERN", as_list=True))


def _either(typed: str, key: str, value: str, *, as_list: bool = False) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    written = json.dumps([value] if as_list else value, ensure_ascii=False)
    return (command(f"cutpoint doctor {typed} --{key} {shlex.quote(value)}"),), (command(f"{key} = {written}"),)
