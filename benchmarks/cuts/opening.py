"""A cut point + the sources that it speaks of → what doesn't add up, and evidence that doesn't open at the right line.

The right line of a relation names its field or its class, that of an import imports, that of a transaction opens one or
heads what is wrapped, and that of a read or write lies inside the function that is blamed for it.
"""

from __future__ import annotations

import ast
import re
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from cutpoint.domain.source import Role
from cutpoint.parse.content import read_content
from cutpoint.parse.parse_source import parse_source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.cut import CutPoint, Item
    from cutpoint.domain.source import Evidence
    from cutpoint.score.cutting import Cutting

_BLANK = re.compile(r"\s*(#.*)?")
_DECLARING = re.compile(r"Field|Key|Manager|Relation")
_LAMBDA = ".<lambda>"
_INSIDE = frozenset({"read", "write", "join", "signal"})


class Sources:
    """The files below a root, each read and parsed once."""

    def __init__(self, root: str, cutting: Cutting) -> None:
        self._root = Path(root)
        modules = cutting.subjects.analysis.catalog.modules
        self.module_of_path = {module.path: module.name for module in modules}
        self.is_code = {module.path: module.role is Role.CODE for module in modules}
        self.lines = cache(self._lines)
        self._definitions = cache(self._definitions_of)

    def _lines(self, path: str) -> tuple[str, ...]:
        file = self._root / path
        return tuple(file.read_text("utf-8", "replace").split("\n")) if file.is_file() else ()

    def _definitions_of(self, path: str) -> tuple[tuple[str, int, int], ...] | None:
        """Qualified names with their first and last lines; None for what can't be parsed."""
        tree = parse_source(read_content(str(self._root / path))).tree
        return None if tree is None else tuple(_definitions(tree, self.module_of_path.get(path, "")))

    def spans(self, path: str, name: str) -> list[tuple[int, int]]:
        """Where *name*, or what it is defined in, stands in the file."""
        known = self._definitions(path)
        if known is None or name == self.module_of_path.get(path):
            return [(1, len(self.lines(path)))]
        if name.endswith(_LAMBDA):
            # By what it is written in, lambdas of decorators go by several names.
            return [(first, last) for found, first, last in known if found.endswith(_LAMBDA)]
        named = name.replace(".<locals>", "")
        return [(first, last) for found, first, last in known if found == named]


def _definitions(tree: ast.AST, above: str) -> Iterator[tuple[str, int, int]]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            name = f"{above}.{node.name}"
            first = min([node.lineno, *(decorator.lineno for decorator in node.decorator_list)])
            yield name, first, node.end_lineno or first
            yield from _definitions(node, name)
        elif isinstance(node, ast.Lambda):
            yield f"{above}{_LAMBDA}", node.lineno, node.end_lineno or node.lineno
        else:
            yield from _definitions(node, above)


def wrong_sums(point: CutPoint) -> Iterator[str]:
    """Where the invoice or the bill doesn't add up, reckoned exactly."""
    points = sum(Fraction(str(each.weight)) * Fraction(str(each.value)) for each in point.factors)
    if points != Fraction(str(point.score)):
        yield f"{point.id}: the invoice adds up to {float(points)}, the score is {point.score}"
    effort = len({place for item in point.bill if item.effort for place in item.evidence})
    if effort != Fraction(str(point.effort)):
        yield f"{point.id}: the bill adds up to {float(effort)}, the effort is {point.effort}"


def wrong_places(point: CutPoint, sources: Sources) -> Iterator[str]:
    """Evidence of items, factors and sides that doesn't open where it should."""
    for item in point.bill:
        if not item.evidence:
            yield f"{item.kind}: {item.what}: no evidence"
        for place in item.evidence:
            wrong = _wrong(item, place, sources)
            if wrong:
                yield f"{item.kind} {place.path}:{place.line}: {wrong}: {item.what}"
    others = [place for factor in point.factors for place in factor.evidence]
    others += [place for side in point.sides for reason in side.reasons for place in reason.evidence]
    for place in dict.fromkeys(others):
        if _text(place, sources) is None:
            yield f"{place.path}:{place.line}: there is no such line"


def _wrong(item: Item, place: Evidence, sources: Sources) -> str:
    text = _text(place, sources)
    if item.kind == "moving-file":
        return "" if sources.lines(place.path) else "there is no such file"
    if text is None:
        return "there is no such line"
    if item.kind in _INSIDE:
        return _wrong_function(item, place, sources)
    if item.kind in {"relation", "cascade", "shared-row"}:
        # A relation says its field, or its class where it is the parent; fields of managers are called otherwise.
        said = [name.rpartition(".")[2] for name in re.findall(r"[\w.]+", item.what)[:4]]
        near = set(re.findall(r"\w+", "\n".join(sources.lines(place.path)[place.line - 1 : place.line + 2])))
        declares = any(_DECLARING.search(word) for word in near) or ("class" in text and not near.isdisjoint(said))
        return "" if said[0] in near or declares else f"declares no relation: {text.strip()}"
    if item.kind == "import":
        return "" if "import" in text else f"imports nothing: {text.strip()}"
    return "" if not _BLANK.fullmatch(text) else "opens nothing"


def _wrong_function(item: Item, place: Evidence, sources: Sources) -> str:
    function = item.what.partition(" ")[0]
    spans = sources.spans(place.path, function)
    if not spans:
        return f"{function} is not defined there"
    return "" if any(first <= place.line <= last for first, last in spans) else f"lies outside of {function}"


def _text(place: Evidence, sources: Sources) -> str | None:
    lines = sources.lines(place.path)
    return lines[place.line - 1] if 1 <= place.line <= len(lines) else None
