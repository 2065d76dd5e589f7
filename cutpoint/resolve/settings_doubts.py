"""Settings that were read -> what of them isn't known: one as a whole, or what some statement may have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Instance
from cutpoint.domain.pythons import STANDARD_MODULES
from cutpoint.domain.source import BlindSpot
from cutpoint.domain.values import Mapping, Place, Sequence, Symbol, Unknown, Value
from cutpoint.resolve.execution.attributes import MISSING
from cutpoint.resolve.execution.dict_classes import held_by
from cutpoint.resolve.execution.doubts import why_unknown
from cutpoint.resolve.execution.targets import first_of, iterate, merged

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.settings_reading import SettingsReading

_UNKNOWN = (Unknown, Symbol, Instance)
_LISTS = (Sequence, tuple, Mapping)
_HARMLESS = STANDARD_MODULES | {"builtins", "django"}
"""Packages whose functions leave a list as it is."""
_MAY_SAY = frozenset({"code-at-run-time", "missing-module", "unreadable-setting"})
"""Kinds of blind spots in settings behind which any setting may be said."""


def unknown_as_a_whole(run: Interpreter, settings: SettingsReading, name: str) -> tuple[Place, str] | None:
    """Where and why the setting *name* has no value at all; None where it is known, in part at least, or said nowhere."""
    module = settings.module
    if settings.is_given(name) or module is None:
        return None
    own = settings.own(name)
    if own is MISSING:
        if module.star_sources and name != "AUTH_USER_MODEL":
            return settings.place_of(name), f"it may come out of {module.star_sources[-1]}, which is not in the tree"
        return _why_unsaid(run, settings) if name == "INSTALLED_APPS" else None
    value = run.plain(own)
    reason = _why_no_apps(run, own) if name == "INSTALLED_APPS" else None
    if reason is None and (name == "INSTALLED_APPS" or type(value) not in _UNKNOWN):
        return None
    return getattr(first_of(run, value), "place", None) or settings.place_of(name), reason or why_unknown(value)


def _why_no_apps(run: Interpreter, own: Value) -> str | None:
    """Why the list *own* has not one item that is known; None where it has, or is empty."""
    held = held_by(run, merged(run, own))
    if type(held) not in _LISTS:
        return why_unknown(held) if type(held) in _UNKNOWN else "what it is set to is no list"
    items = [run.plain(item) for item in iterate(run, held, None)[0]]
    if not items or any(isinstance(item, str) for item in items):
        return None
    # Where not one item is known, it is some function's list, or some file's.
    return why_unknown(items[0]) if type(items[0]) in _UNKNOWN else "what is in the list are no names of apps"


def _why_unsaid(run: Interpreter, settings: SettingsReading) -> tuple[Place, str]:
    files = {settings.place_of("INSTALLED_APPS").path, *settings.chain()}
    spots = [spot for spot in run.blind_spots if spot.path in files and spot.kind in _MAY_SAY]
    unread = [(Place(spot.path, spot.line), spot.reason) for spot in spots]
    # The last exception is the one that left the settings.
    first = next(iter([*settings.endings[::-1], *run.circles, *unread]), None)
    return first or (settings.place_of("INSTALLED_APPS"), "no statement that was read says it")


def doubtful_settings(run: Interpreter, settings: SettingsReading) -> Iterator[BlindSpot]:
    """Places where the settings end before their last line, or hand INSTALLED_APPS to code that isn't here."""
    module = settings.module
    if module is None:
        return
    for place, words in settings.endings:
        yield BlindSpot(place.path, place.line, "unreadable-setting", f"the settings: {words}")
    apps = run.plain(settings.own("INSTALLED_APPS"))
    for value, name, place in settings.handed:
        is_scope = type(value) is Mapping and value.items is module.env
        if (is_scope or value is apps) and name.partition(".")[0] not in _HARMLESS:
            what = "all settings" if is_scope else "INSTALLED_APPS"
            reason = f"{name}() gets {what} and may change them, and its code is not here"
            yield BlindSpot(place.path, place.line, "unreadable-setting", reason)
