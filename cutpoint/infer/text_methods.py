"""Methods of texts of which something is known: `template.format(…)`, `", ".join(parts)`, `sql.replace(…)`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import HOLE, NOTHING, PLAIN, Container, Group, Items, Text, Type, join, one
from cutpoint.infer.texts import concatenated, format_called, texts_in

if TYPE_CHECKING:
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

_UNCHANGED = frozenset({"strip", "lstrip", "rstrip", "format_map", "expandtabs"})
_PARTS = frozenset({"split", "splitlines", "rsplit", "partition", "rpartition"})
# Of two or three texts each, not more combinations than these are looked at.
_MOST_TEXTS = 4


def call_text(frame: Frame, each: Text, name: str, arguments: tuple[Type, ...], keywords: Keywords) -> Type:
    """The type of a method call on a text."""
    if name == "format":
        return one(Text, format_called(each.value, arguments, keywords))
    if name == "join" and arguments:
        return _joined(frame, each.value, arguments[0])
    if name == "replace" and len(arguments) > 1:
        return _replaced(each.value, arguments[0], arguments[1])
    if name in _UNCHANGED:
        return (each,)
    if name in ("lower", "upper"):
        return one(Text, each.value.lower() if name == "lower" else each.value.upper())
    return one(Items, PLAIN) if name in _PARTS else PLAIN


def _joined(frame: Frame, separator: str, value: Type) -> Type:
    result = NOTHING
    for each in value:
        parts = _in_order(frame, each)
        if parts is None:
            return PLAIN
        between: list[Type] = [one(Text, separator)] * len(parts)
        both = [part for pair in zip(between, parts, strict=True) for part in pair][1:]
        result = join(result, concatenated(both, holes=True) or PLAIN)
    return result or PLAIN


def _in_order(frame: Frame, each: object) -> tuple[Type, ...] | None:
    """The items of a tuple, or of a list that nobody has added to."""
    if type(each) is Group:
        return each.items
    if type(each) is not Container or each.kind == "dict":
        return None
    written = frame.engine.read(("order", each.site), frame)
    held = frame.engine.read(("content", each.site), frame)
    if len(written) != 1 or type(written[0]) is not Group:
        return None
    said = {atom for item in written[0].items for atom in item}
    return written[0].items if said == set(held) else None


def _replaced(text: str, old: Type, new: Type) -> Type:
    olds, news = texts_in(old), texts_in(new)
    if olds is None or len(olds) != 1 or HOLE in olds[0]:
        return PLAIN
    result = NOTHING
    for each in (news or [HOLE])[:_MOST_TEXTS]:
        result = join(result, one(Text, text.replace(olds[0], each)))
    return result
