"""What somebody typed → the entry point that it names; or UsageError with what it may have meant."""

from collections.abc import Callable, Iterator

from cutpoint.cli.naming import meant
from cutpoint.domain.analysis import Analysis
from cutpoint.domain.entry_point import EntryKind, EntryPoint
from cutpoint.domain.errors import UsageError

_MOST_CANDIDATES = 10


def entry_named(analysis: Analysis, text: str) -> EntryPoint:
    """The entry point whose title, name, function or other name is *text*, or ends with it; case decides only between several.

    Several patterns that lead to one view are one to whoever asks for the view; the first of them is told.
    """
    points, wanted = analysis.entry_points, text
    kind, colon, rest = text.partition(":")
    if colon and kind in set(EntryKind) and rest:
        points, wanted = tuple(point for point in points if point.kind == kind), rest
    for names in (_title, _name, _function, _aliases, _ends):
        for fold in (str, str.casefold):
            found = [point for point in points if fold(wanted) in map(fold, names(point))]
            if found:
                return _only(text, found)
    known = [each for point in points for names in (_name, _function, _aliases) for each in names(point)]
    if not points:
        raise UsageError(f"there is no entry point called {text}: none was found in the project")
    raise UsageError(f"there is no entry point called {text}{meant(text, known)}")


def _title(point: EntryPoint) -> Iterator[str]:
    """`POST api/orders/`; one of several methods is enough."""
    yield point.title
    yield from (f"{method} {name}" for method in point.methods for name in _name(point))


def _name(point: EntryPoint) -> Iterator[str]:
    yield point.name
    if point.kind is EntryKind.URL:
        # As people write the paths of URLs.
        yield f"/{point.name.removeprefix('/')}"


def _function(point: EntryPoint) -> Iterator[str]:
    yield point.function


def _aliases(point: EntryPoint) -> Iterator[str]:
    yield from point.aliases


def _ends(point: EntryPoint) -> Iterator[str]:
    """`views.pay` of `shop.views.pay`."""
    parts = point.function.split(".")
    yield from (".".join(parts[at:]) for at in range(1, len(parts)))


def _only(text: str, found: list[EntryPoint]) -> EntryPoint:
    if len({(point.kind, point.function, point.methods) for point in found}) == 1:
        return found[0]
    shown = [_spelled(found, point) for point in found[:_MOST_CANDIDATES]]
    more = f" and {len(found) - len(shown)} more" if len(found) > len(shown) else ""
    raise UsageError(f"{text} names several entry points: {', '.join(dict.fromkeys(shown))}{more}; ask for one of them")


def _spelled(found: list[EntryPoint], point: EntryPoint) -> str:
    """A way to ask for *point* alone."""
    spellings: tuple[Callable[[EntryPoint], str], ...] = (
        lambda each: f"{each.kind}:{each.title}",
        lambda each: f"{each.kind}:{each.function}",
    )
    for spell in spellings:
        if sum(spell(other) == spell(point) for other in found) == 1:
            return spell(point)
    return spellings[-1](point)
