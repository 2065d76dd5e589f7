"""`[tool.cutpoint.services]` and `[tool.cutpoint.rules]` → services and severities, checked as far as the text alone can be.

[tool.cutpoint.services.orders]
apps = ["orders", "payments"]
facade = "orders.api"

[tool.cutpoint.rules]
cross-read = "warning"

[tool.cutpoint.rules."reports -> *"]
cross-join = "off"
"""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator

from cutpoint.config.values import is_dotted, shown
from cutpoint.domain.finding import Severity
from cutpoint.domain.gate import RULE_NAMES, Said
from cutpoint.domain.service import Service

_SEVERITIES = tuple(severity.value for severity in Severity)
_PAIR = re.compile(r"\s*(?P<source>\S+)\s*->\s*(?P<target>\S+)\s*")
# A name is shown in reports and is that of a folder in the baseline.
_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*")


def checked_services(value: object, file: str, text: str, mistakes: list[str]) -> tuple[Service, ...]:
    """The services that *value* holds, sorted, with what is right of each.

    What is wrong goes to *mistakes*, each with its line in *file*.
    """
    if not isinstance(value, dict) or not all(isinstance(entry, dict) for entry in value.values()):
        mistakes.append(
            f"{file}:{line_of_key(('services',), text)}: services must hold tables: write [tool.cutpoint.services.NAME] above the keys of each"
        )
        return ()
    services: list[Service] = []
    for name, entry in value.items():
        found = list(_mistakes_of_service(name, entry))
        mistakes += [
            f"{file}:{line_of_key(('services', name, key), text)}: services.{name}: {said}" for key, said in found
        ]
        named = {key: tuple(sorted(_right_names(entry.get(key), key))) for key in _RIGHT}
        facade = entry.get("facade")
        services.append(Service(name, **named, facade=facade if not _facade(facade) else None))
    return tuple(sorted(services))


def places_of_services(services: Iterable[Service], file: str, text: str) -> dict[tuple[str, str], str]:
    """(service, key) → how a mistake that only the project shows begins: `pyproject.toml:3: services.orders`."""
    return {
        (service.name, key): f"{file}:{line_of_key(('services', service.name, key), text)}: services.{service.name}"
        for service in services
        for key in ("", *SERVICE_KEYS)
    }


def _mistakes_of_service(name: str, entry: dict[str, object]) -> Iterator[tuple[str, str]]:
    if not _NAME.fullmatch(name):
        yield "", "its name must be letters, digits, `_`, `-` and `.`, and begin with none of the last two"
    for key, value in entry.items():
        if key not in SERVICE_KEYS:
            yield key, f"{key} is no key of it; {_advice(key, SERVICE_KEYS)}"
            continue
        said = SERVICE_KEYS[key](value)
        if said:
            yield key, f"{key} {said}"


def checked_rules(value: object, file: str, text: str, mistakes: list[str]) -> tuple[Said, ...]:
    """The severities that *value* holds, sorted."""
    if not isinstance(value, dict):
        mistakes.append(
            f"{file}:{line_of_key(('rules',), text)}: rules must be a table: write [tool.cutpoint.rules] above its keys"
        )
        return ()
    said: list[Said] = []
    for key, entry in value.items():
        if not isinstance(entry, dict):
            said += _severities("*", "*", {key: entry}, f"{file}:{line_of_key(('rules', key), text)}: rules", mistakes)
            continue
        place = f'{file}:{line_of_key(("rules", key), text)}: rules."{key}"'
        pair = _PAIR.fullmatch(key)
        if pair is None:
            mistakes.append(f'{place} is neither a rule nor a pair of services: write "orders -> billing", `*` for any')
            continue
        said += _severities(pair["source"], pair["target"], entry, place, mistakes)
    return tuple(sorted(said))


def _severities(source: str, target: str, entry: dict[str, object], place: str, mistakes: list[str]) -> Iterator[Said]:
    for rule, severity in entry.items():
        if rule not in RULE_NAMES:
            mistakes.append(f"{place}: there is no rule {rule}; {_advice(rule, RULE_NAMES)}")
        elif not isinstance(severity, str) or severity not in _SEVERITIES:
            mistakes.append(f"{place}: {rule} must be one of {', '.join(_SEVERITIES)}, not {shown(severity)}")
        else:
            yield Said(rule, source, target, Severity(severity))


def _names(key: str) -> Callable[[object], str]:
    def check(value: object) -> str:
        example = f"must be a list of names such as [{_RIGHT[key][1]}]"
        if not isinstance(value, list):
            return f"{example}, not {shown(value)}"
        wrong = [item for item in value if not (isinstance(item, str) and _RIGHT[key][0](item))]
        return f"{example}, which {' and '.join(map(shown, wrong))} can't be" if wrong else ""

    return check


def _right_names(value: object, key: str) -> Iterator[str]:
    if isinstance(value, list):
        yield from (item for item in value if isinstance(item, str) and _RIGHT[key][0](item))


_RIGHT: dict[str, tuple[Callable[[str], bool], str]] = {
    "apps": (str.isidentifier, '"orders"'),
    "models": (lambda text: text.count(".") == 1 and is_dotted(text), '"orders.Refund"'),
    "modules": (lambda text: is_dotted(text.removesuffix(".*")), '"legacy.sync.*"'),
}
"""Whether a text may be such a name, and an example."""


def _facade(value: object) -> str:
    is_module = isinstance(value, str) and is_dotted(value)
    return "" if is_module else f'must be the dotted name of a module such as "orders.api", not {shown(value)}'


SERVICE_KEYS: dict[str, Callable[[object], str]] = {
    "apps": _names("apps"),
    "models": _names("models"),
    "modules": _names("modules"),
    "facade": _facade,
}
"""Every key of a service, with the check of its value: a complaint, or nothing."""


def _advice(key: str, known: Iterable[str]) -> str:
    nearest = difflib.get_close_matches(key, list(known), n=1, cutoff=0.5)
    return f"did you mean {nearest[0]}?" if nearest else f"there are {', '.join(known)}"


def line_of_key(path: tuple[str, ...], text: str) -> int:
    """The line of the key *path* below `[tool.cutpoint]`, or of the nearest thing above it that is there; else 1."""
    wanted = ("tool", "cutpoint", *path)
    head: tuple[str, ...] = ()
    best, line_of_best = 0, 1
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if stripped.startswith("["):
            at = head = _parts(stripped.strip("[").partition("]")[0])
        else:
            key = _KEY.match(stripped)
            if key is None:
                continue
            at = (*head, *_parts(key[1]))
        # `services.orders = {apps = […]}` is as near to the key inside as a line can tell.
        near = min(len(at), len(wanted))
        if near > best and at[:near] == wanted[:near]:
            best, line_of_best = near, number
    return line_of_best if best > len(("tool", "cutpoint")) or not path else 1


_PART = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*""")
_KEY = re.compile(r"""((?:"[^"]*"|'[^']*'|[\w.\s-])+)=""")


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(found[1] or found[2] or found[3] or "" for found in _PART.finditer(dotted))
