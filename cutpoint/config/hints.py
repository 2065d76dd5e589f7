"""`[tool.cutpoint.hints]` → hints, checked: what the project says about its own code where reading it is not enough.

[[tool.cutpoint.hints.writes]]
call = "legacy.db.bulk_upsert"
table = "orders_order"
"""

import difflib
import re
from collections.abc import Callable, Iterator

from cutpoint.config.values import is_dotted, shown
from cutpoint.domain.access import WRITES, Action
from cutpoint.domain.project import Hint, HintKind, Shape

_ACTIONS = tuple(sorted(action.value for action in WRITES))
_SHAPES = tuple(shape.value for shape in Shape)


def checked_hints(value: object, file: str, text: str, mistakes: list[str]) -> tuple[Hint, ...]:
    """The hints that *value* holds, in their order; what is wrong goes to *mistakes*, each with its line in *file*."""
    if not isinstance(value, dict):
        mistakes.append(
            f"{file}:{_line_of('', 0, '', text)}: hints must be a table: write [[tool.cutpoint.hints.writes]] above its keys"
        )
        return ()
    hints: list[Hint] = []
    for kind, entries in value.items():
        if kind not in KEYS:
            place = f"{file}:{_line_of(kind, 0, '', text)}: hints.{kind}"
            mistakes.append(f"{place} is no kind of hint; {_advice(kind, tuple(KEYS))}")
        elif not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
            place = f"{file}:{_line_of(kind, 0, '', text)}: hints.{kind}"
            mistakes.append(f"{place} must be a list of tables: write [[tool.cutpoint.hints.{kind}]] above each")
        else:
            for index, entry in enumerate(entries):
                found = list(_mistakes_of(HintKind(kind), entry))
                mistakes += [f"{file}:{_line_of(kind, index, key, text)}: hints.{kind}: {said}" for key, said in found]
                if not found:
                    hints.append(_hint(HintKind(kind), entry))
    return tuple(hints)


def _mistakes_of(kind: HintKind, entry: dict[str, object]) -> Iterator[tuple[str, str]]:
    """(key, mistake) of everything that is wrong with one hint."""
    checks = KEYS[kind]
    for key, value in entry.items():
        if key not in checks:
            yield key, f"{key} is no key of it; {_advice(key, tuple(checks))}"
            continue
        said = checks[key](value)
        if said:
            yield key, f"{key} {said}, not {shown(value)}"
    named = next(iter(checks))
    if named not in entry:
        yield "", f"{named} is missing"
    if "table" not in checks and "model" not in entry:
        yield "", 'model is missing: write model = "app.Model"'
    if "table" in checks and ("table" in entry) == ("model" in entry):
        yield "", "name either a table or a model" + (", not both" if "table" in entry else "")


def _hint(kind: HintKind, entry: dict[str, object]) -> Hint:
    def said(key: str) -> str | None:
        return str(entry[key]) if key in entry else None

    action = {HintKind.READS: Action.READ, HintKind.WRITES: Action(said("action") or Action.UPDATE)}.get(kind)
    return Hint(
        kind=kind,
        name=said("call") or said("name") or "",
        model=said("model"),
        table=said("table"),
        action=action,
        shape=Shape(said("as") or Shape.INSTANCE) if "as" in KEYS[kind] else None,
    )


def _dotted(value: object) -> str:
    fits = isinstance(value, str) and "." in value and is_dotted(value)
    return "" if fits else 'must be a dotted name such as "shop.orders.place"'


def _label(value: object) -> str:
    fits = isinstance(value, str) and value.count(".") == 1 and is_dotted(value)
    return "" if fits else 'must be a label such as "orders.Order"'


def _text(value: object) -> str:
    return "" if isinstance(value, str) and value else "must be a text in quotes"


def _one_of(*choices: str) -> Callable[[object], str]:
    return lambda value: "" if value in choices else f"must be one of {', '.join(choices)}"


KEYS: dict[str, dict[str, Callable[[object], str]]] = {
    HintKind.WRITES: {"call": _dotted, "table": _text, "model": _label, "action": _one_of(*_ACTIONS)},
    HintKind.READS: {"call": _dotted, "table": _text, "model": _label},
    HintKind.RETURNS: {"call": _dotted, "model": _label, "as": _one_of(*_SHAPES)},
    HintKind.TYPES: {"name": _dotted, "model": _label, "as": _one_of(*_SHAPES)},
}
"""Per kind of hint its keys, first the one that names what the hint is about; a check says what is wrong, or nothing."""


def _advice(word: str, choices: tuple[str, ...]) -> str:
    nearest = difflib.get_close_matches(word, choices, n=1, cutoff=0.5)
    return f"did you mean {nearest[0]}?" if nearest else f"there are {', '.join(choices)}"


def _line_of(kind: str, index: int, key: str, text: str) -> int:
    """The line of *key* in the hint of that *kind* and number, or of its heading, or of whatever speaks of hints first."""
    lines = [line.strip() for line in text.splitlines()]
    heading = f"[[tool.cutpoint.hints.{kind}]]"
    headings = [number for number, line in enumerate(lines, start=1) if line.replace(" ", "").startswith(heading)]
    if index >= len(headings):
        return next((number for number, line in enumerate(lines, start=1) if "hints" in line), 1)
    for number, line in enumerate(lines[headings[index] :], start=headings[index] + 1):
        if line.startswith("["):
            break
        if key and re.match(rf"[\"']?{re.escape(key)}[\"']?\s*=", line):
            return number
    return headings[index]
