"""`**value`: which keywords it hands over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import NOTHING, PLAIN, Container, Items, Record, Table, Text, Type, Unknown, atom, join

if TYPE_CHECKING:
    from cutpoint.domain.types import Atom
    from cutpoint.infer.frame import Frame


def spread_keywords(frame: Frame, value: Type) -> list[tuple[str | None, Type]]:
    """What `**value` hands over; the name None stands for keys that are not known."""
    found: dict[str | None, Type] = {}
    engine = frame.engine
    for each in value:
        if type(each) is Record:
            for name, item in each.items:
                found[name] = join(found.get(name, NOTHING), item)
            if each.rest:
                found[None] = join(found.get(None, NOTHING), each.rest)
        elif type(each) is Container:
            for key in engine.read(("names", each.site), frame):
                if type(key) is not Text:
                    # So many names that they count as any.
                    content = engine.read(("content", each.site), frame)
                    found[None] = join(found.get(None, NOTHING), content)
                    continue
                item = engine.read(("item", each.site, key.value), frame)
                found[key.value] = join(found.get(key.value, NOTHING), item)
            rest = engine.read(("rest", each.site), frame)
            if rest:
                found[None] = join(found.get(None, NOTHING), rest)
        elif type(each) is Table:
            found[None] = join(found.get(None, NOTHING), each.value)
        elif type(each) is Unknown:
            found[None] = join(found.get(None, NOTHING), (each,))
    return list(found.items())


def content_of(frame: Frame, each: Container) -> Atom:
    """What a list or dict holds now, as a value."""
    engine = frame.engine
    content = engine.read(("content", each.site), frame)
    if each.kind != "dict":
        return atom(Items, content)
    names = names_in(engine.read(("names", each.site), frame))
    if not names:
        return atom(Table, PLAIN, content)
    items = tuple((name, engine.read(("item", each.site, name), frame)) for name in names)
    return atom(Record, items, engine.read(("rest", each.site), frame))


def names_in(value: Type) -> list[str]:
    """The texts of *value* in order; none at all when it holds something else, too."""
    names = [each.value for each in value if type(each) is Text]
    return sorted(names) if len(names) == len(value) else []
