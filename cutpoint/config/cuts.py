"""`[tool.cutpoint.cuts]` → goal, weights and decided cuts, checked as far as the text alone can be.

[tool.cutpoint.cuts]
goal = "security"
weights = {writes-across = 30}

[tool.cutpoint.cuts.accounts]
take = ["accounts", "shop.Address"]
keep = ["shop.Order"]
"""

import difflib
from collections.abc import Iterable, Iterator
from math import isfinite

from cutpoint.config.judging import line_of_key
from cutpoint.config.values import is_dotted, shown
from cutpoint.domain.cut_settings import FACTOR_NAMES, GOAL_NAMES, CutSettings, NamedCut

MOST_WEIGHT = 1000
CUT_KEYS = ("take", "keep")
"""Every key of a decided cut."""


def checked_cuts(value: object, file: str, text: str, mistakes: list[str]) -> CutSettings:
    """What *value* says; what is wrong goes to *mistakes*, each with its line in *file*."""

    def place(*path: str) -> str:
        return f"{file}:{line_of_key(('cuts', *path), text)}: {'.'.join(('cuts', *path))}"

    if not isinstance(value, dict):
        mistakes.append(f"{place()} must be a table: write [tool.cutpoint.cuts] above its keys")
        return CutSettings()
    goal: object = value.get("goal", GOAL_NAMES[0])
    if goal not in GOAL_NAMES:
        mistakes.append(f"{place('goal')} must be one of {', '.join(GOAL_NAMES)}, not {shown(goal)}")
    weights = value.get("weights", {})
    if isinstance(weights, dict):
        found = [(name, wrong) for name, weight in weights.items() if (wrong := _wrong_weight(name, weight))]
        mistakes += [f"{place('weights', name)} {wrong}" for name, wrong in found]
    else:
        found = [("weights", "")]
        mistakes.append(f"{place('weights')} must be a table of factors and numbers, not {shown(weights)}")
    cuts: list[NamedCut] = []
    for name, entry in value.items():
        if name in {"goal", "weights"}:
            continue
        said = list(_mistakes_of_cut(entry))
        mistakes += [f"{place(name, key) if key else place(name)} {mistake}" for key, mistake in said]
        if not said:
            cuts.append(NamedCut(name, tuple(entry["take"]), tuple(entry.get("keep", ()))))
    fine = (
        ()
        if found or not isinstance(weights, dict)
        else tuple(sorted((name, float(weights[name])) for name in weights))
    )
    return CutSettings(str(goal) if goal in GOAL_NAMES else GOAL_NAMES[0], fine, tuple(sorted(cuts)))


def _wrong_weight(name: str, weight: object) -> str:
    if name not in FACTOR_NAMES:
        return f"is no factor; {_advice(name, FACTOR_NAMES)}"
    # An integer of hundreds of digits fits no float, and is asked for nothing but its size.
    is_number = isinstance(weight, int) or (isinstance(weight, float) and isfinite(weight))
    if isinstance(weight, bool) or not isinstance(weight, int | float) or not is_number:
        return f"must be a number from 0 to {MOST_WEIGHT}, not {shown(weight)}"
    if not 0 <= weight <= MOST_WEIGHT:
        return f"must be a number from 0 to {MOST_WEIGHT}, not {shown(weight)}: it says how much the factor matters"
    return ""


def _mistakes_of_cut(entry: object) -> Iterator[tuple[str, str]]:
    if not isinstance(entry, dict):
        yield "", f"must be a table with take and keep, goal or weights; not {shown(entry)}"
        return
    for key, names in entry.items():
        if key not in CUT_KEYS:
            yield key, f"is no key of a cut; {_advice(key, CUT_KEYS)}"
        elif (
            not isinstance(names, list)
            or not names
            or not all(isinstance(one, str) and is_dotted(one) for one in names)
        ):
            yield key, f'must be a list of models and apps such as ["orders", "shop.Refund"], not {shown(names)}'
    if "take" not in entry:
        yield "", "takes nothing: name at least one model or app in take"


def _advice(key: str, known: Iterable[str]) -> str:
    nearest = difflib.get_close_matches(key, list(known), n=1, cutoff=0.5)
    return f"did you mean {nearest[0]}?" if nearest else f"there are {', '.join(known)}"
