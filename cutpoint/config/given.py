"""Django's settings that are said to cutpoint where it can't read them: keys of the configuration, and `--set KEY=VALUE`."""

from collections.abc import Callable, Iterable

from cutpoint.config import values

GIVEN: dict[str, tuple[str, Callable[[str, object], object]]] = {
    "installed-apps": ("INSTALLED_APPS", values.apps),
    "root-urlconf": ("ROOT_URLCONF", values.module),
    "auth-user-model": ("AUTH_USER_MODEL", values.label),
    "migration-modules": ("MIGRATION_MODULES", values.modules_of_apps),
}
"""Key -> (the setting that it says, the check of its value)."""


def given_settings(root: str, said: Iterable[str], mistakes: list[str]) -> dict[str, object]:
    """What `--set` says, by the names of Django's settings: `installed-apps=shop,billing`, `migration-modules=shop:shop.moved`."""
    found: dict[str, object] = {}
    for text in said:
        key, equals, value = text.partition("=")
        known = GIVEN.get(key.strip().lower().replace("_", "-"))
        if known is None or not equals:
            mistakes.append(f"--set {text}: write --set KEY=VALUE; keys are {', '.join(GIVEN)}")
            continue
        name, check = known
        try:
            found[name] = check(root, _typed(name, value.strip()))
        except ValueError as error:
            mistakes.append(f"--set {text}: {key} {error}")
    return found


def _typed(name: str, value: str) -> object:
    parts = [part.strip() for part in value.split(",") if part.strip()]
    if name == "INSTALLED_APPS":
        return parts
    if name == "MIGRATION_MODULES":
        return {app: module or False for app, _, module in (part.partition(":") for part in parts)}
    return value
