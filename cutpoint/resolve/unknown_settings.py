"""Settings that are unknown as a whole end the run: a report about apps that nobody installed would be worse than none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.errors import UsageError
from cutpoint.domain.objects import Class
from cutpoint.resolve.settings_doubts import unknown_as_a_whole

if TYPE_CHECKING:
    from cutpoint.domain.project import Options
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.settings_choice import Choice
    from cutpoint.resolve.settings_reading import SettingsReading

_ANSWERS = {
    "INSTALLED_APPS": ("installed-apps", "shop,billing"),
    "ROOT_URLCONF": ("root-urlconf", "shop.urls"),
    "AUTH_USER_MODEL": ("auth-user-model", "shop.User"),
}
"""Setting -> the key that says it instead, and how its value looks. What is unknown of others never ends a run."""


def refuse_unknown(run: Interpreter, settings: SettingsReading, choice: Choice, options: Options) -> None:
    """Raise UsageError for the first setting without which the project is not known, with where it is and what says it."""
    if choice.settings is None or options.goes_on:
        return
    problems = settings.problems()
    if any(spot.is_loss for spot in problems):
        # Nothing is wrong with the settings: the run lost them, and says that it is incomplete.
        return
    _refuse_class(settings, choice)
    for name, (key, sample) in _ANSWERS.items():
        if name == "INSTALLED_APPS" and options.apps_from_folders:
            continue
        found = unknown_as_a_whole(run, settings, name)
        if found is None:
            continue
        place, reason = found
        reason = problems[0].reason if problems else reason
        where = f"{place.path}:{place.line}" if place.line else place.path or choice.settings
        tried = ", ".join(dict.fromkeys([*settings.chain(), where.partition(":")[0]]))
        ways = [f"say it with --set {key}={sample}, or with {key} in [tool.cutpoint]"]
        if name == "INSTALLED_APPS":
            ways.append("take packages with models for apps with --apps-from-folders")
        others = [module for module in choice.candidates if module != choice.settings]
        if others:
            ways.append(f"read other settings with --settings ({', '.join(others[:5])})")
        listed = "".join(f"\n  {way}" for way in ways)
        raise UsageError(
            f"{where}: {name} is not known: {reason}\n  tried: {choice.settings} ({choice.found_by}); read {tried}{listed}"
        )


def _refuse_class(settings: SettingsReading, choice: Choice) -> None:
    module = settings.module
    if choice.holder is None or module is None or choice.holder in module.env:
        return
    classes = [name for name, value in module.env.items() if type(value) is Class and not name.startswith("_")]
    listed = f"; classes there: {', '.join(classes)}" if classes else ""
    raise UsageError(
        f"{module.path} has no class {choice.holder}{listed}: name another one with --settings {choice.settings}:NAME"
    )
