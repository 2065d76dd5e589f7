"""Columns that querysets leave out: their shapes say which, and Django's own rules how they add up.

`some:paid total` has only these columns, `rest:note` all but these, and plain `some` some of which it isn't known which.
"""

from __future__ import annotations

_SOME, _REST = "some:", "rest:"


def shape_with(shape: str, word: str, names: set[str] | None) -> str:
    """The shape of a query after `only` or `defer` with these names: None takes back what was left out, none at all are unknown."""
    if names is None:
        return "rows"
    if not names:
        return "some" if word == "only" else shape
    some, rest = some_in(shape), rest_in(shape)
    if word == "only":
        return _written(_SOME, names - rest)
    if some:
        return _written(_SOME, some - names) if some - names else _written(_REST, names - some)
    return shape if shape == "some" else _written(_REST, rest | names)


def has_all_columns(shape: str) -> bool:
    """Whether the rows of a query come with their parents' columns, too."""
    return shape == "rows" or shape.startswith(_REST)


def leaves_out(shape: str) -> bool:
    """Whether it is known which columns the rows of a query lack."""
    return shape.startswith((_SOME, _REST))


def some_in(shape: str) -> set[str]:
    """The lookups of the only columns that a query fetches; nothing where it fetches all, or all but some."""
    return set(shape.removeprefix(_SOME).split()) if shape.startswith(_SOME) else set()


def rest_in(shape: str) -> set[str]:
    """The lookups of columns that a query leaves out."""
    return set(shape.removeprefix(_REST).split()) if shape.startswith(_REST) else set()


def _written(start: str, names: set[str]) -> str:
    # Django leaves nothing out for no names.
    return start + " ".join(sorted(names)) if names else "rows"
