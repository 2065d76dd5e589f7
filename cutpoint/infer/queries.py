"""Managers and querysets: their attributes, and what each method of Django's query API gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.lookups.references import texts_of
from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    CERTAINTY_BITS,
    NEW,
    NONE,
    NOTHING,
    PLAIN,
    POSSIBLE,
    PROVED,
    STORED,
    Container,
    Group,
    Items,
    LibraryMethod,
    Manager,
    ModelClass,
    Plain,
    Query,
    Row,
    Table,
    Type,
    join,
    one,
    type_of,
)
from cutpoint.infer.chains import RUNNING, joined_in_chain, joins_after, shape_after
from cutpoint.infer.default_order import ORDERING, default_order, ordered, prefetched
from cutpoint.infer.dispatch import attribute_of, call_method
from cutpoint.infer.generic_keys import generic_targets, is_generic_key
from cutpoint.infer.libraries import is_followed
from cutpoint.infer.members import bound, note_self_read
from cutpoint.infer.prefetching import keep_prefetched
from cutpoint.infer.query_methods import (
    MAKES,
    MANY,
    OF_LIBRARY,
    OF_MANAGERS,
    PAIRS,
    PLAIN_ROWS,
    QUERY_METHODS,
    ROW,
    SAME,
)
from cutpoint.infer.spreading import content_of
from cutpoint.infer.targets import store
from cutpoint.infer.texts import want_sql

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.chains import Joins
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame


@attribute_of(Manager)
def _manager(frame: Frame, each: Manager, name: str, node: Node) -> Type:
    if name == "model":
        return one(ModelClass, each.label, each.level)
    if name == "through" and each.related is not None:
        link = frame.engine.world.space.links(each.related.owner).get(each.related.name)
        return one(ModelClass, link.through, each.level) if link is not None and link.through else PLAIN
    if name == "instance" and each.related is not None:
        return one(Row, each.related.owner, each.level, STORED)
    return _member(frame, each, name, node)


@attribute_of(Query)
def _query(frame: Frame, each: Query, name: str, node: Node) -> Type:
    if name == "model":
        return one(ModelClass, each.label, each.level)
    if name == "query":
        return (each,)
    return _member(frame, each, name, node)


def _member(frame: Frame, each: Manager | Query, name: str, node: Node) -> Type:
    world = frame.engine.world
    if each.cls is not None:
        found = world.member(each.cls, name)
        if found is not None and type(found[0]) is Class and (name not in OF_LIBRARY or found[0].module.found.ours):
            return bound(frame, each, found[0], name, found[1], node, on_class=False)
        stored = frame.engine.read(("attribute", each.cls, name), frame) or _of_its_queries(frame, each, name, node)
        if stored:
            return stored
    if name in ("db", "_db", "ordered", "name"):
        return PLAIN
    note_self_read(frame, each, "*", True)
    return one(LibraryMethod, each, name)


def _of_its_queries(frame: Frame, each: Manager | Query, name: str, node: Node) -> Type:
    """`self._open()` in a method that a manager has taken over from its queryset class: there `self` is a queryset."""
    if type(each) is not Manager or not name.startswith("_"):
        return NOTHING
    world = frame.engine.world
    query = world.query_class(each.cls)
    found = world.member(query, name) if query is not None else None
    if found is None or type(found[0]) is not Class or not found[0].module.found.ours:
        return NOTHING
    return bound(frame, _plain_start(frame, each)[0], found[0], name, found[1], node, on_class=False)


def _plain_start(frame: Frame, each: Manager) -> Type:
    cls = frame.engine.world.query_class(each.cls)
    return one(Query, each.label, each.level, "rows", cls, each.related, default_order(frame, each.label))


def start_of(frame: Frame, each: Manager) -> Type:
    """The queryset that a manager starts every chain with: its own `get_queryset`, or a plain one."""
    world = frame.engine.world
    plain = _plain_start(frame, each)
    if each.cls is None:
        return plain
    found = world.member(each.cls, "get_queryset")
    if found is None or type(found[0]) is not Class or not is_followed(found[0].module.name):
        return plain
    made = call_method(frame, each, "get_queryset")
    queries = NOTHING
    for part in made:
        if type(part) is Query and part.label == each.label:
            queries = join(queries, one(Query, each.label, each.level, part.shape, part.cls, each.related, part.joins))
    return queries or plain


def call_query(
    frame: Frame, each: Manager | Query, name: str, arguments: tuple[Type, ...], keywords: Keywords, node: Node
) -> Type:
    """The type of a method of the query API."""
    word = name[1:] if name.startswith("a") and name[1:] in QUERY_METHODS | OF_LIBRARY else name
    arguments = tuple([valued(frame, value) for value in arguments])
    keywords = tuple([(key, valued(frame, value)) for key, value in keywords])
    made = _made(frame, each.label, word, arguments, keywords)
    before = _before(frame, each, word)
    if word == "raw":
        want_sql(frame, arguments)
    elif any(key is None for key, _ in keywords) or (word in _BESIDE and any(map(_is_no_text, arguments))):
        # `filter(**{path: value})`, `select_related(*paths)`
        frame.want_texts()
    if node is not None:
        joins = joined_in_chain(frame, node, each.label, word)
        if type(each) is Manager or word in RUNNING:
            joins += tuple(join for query in before for join in query.joins)
        frame.see("call", each, word, node, arguments, keywords).joins = joins_after(joins, word, arguments, made)
    if word in SAME or word in PLAIN_ROWS or word == "raw":
        return _next(before, word, arguments, made) if word != "db_manager" else (each,)
    query = each.shape if type(each) is Query else "rows"
    if word in ROW:
        row = one(Row, each.label, each.level, STORED) if query != "values" else PLAIN
        return join(row, NONE) if word in ("first", "last") else row
    if word in MAKES or word in PAIRS:
        _saved(frame, each)
    if word in MAKES:
        _keys_given(frame, each, keywords, node)
        return one(Row, each.label, each.level, STORED)
    if word in PAIRS:
        return one(Group, (one(Row, each.label, each.level, STORED), PLAIN))
    if word in MANY or word == "aiterator":
        return one(Items, one(Row, each.label, each.level, STORED) if query != "values" else PLAIN)
    if name in OF_LIBRARY and word != "get_for_models":
        return one(Row, each.label, each.level, STORED)
    if word in ("in_bulk", "get_for_models"):
        return one(Table, PLAIN, one(Row, each.label, each.level, STORED))
    return _unknown_method(each, name)


_BESIDE = frozenset({"select_related", "prefetch_related"})


def _is_no_text(value: Type) -> bool:
    return Plain in map(type, value)


def joins_of(frame: Frame, query: Query, word: str, arguments: tuple[Type, ...], keywords: Keywords) -> Joins:
    """What *query* joins once *word* is called on it."""
    arguments = tuple([valued(frame, value) for value in arguments])
    keywords = tuple([(key, valued(frame, value)) for key, value in keywords])
    return joins_after(query.joins, word, arguments, _made(frame, query.label, word, arguments, keywords))


def _made(frame: Frame, label: str, word: str, arguments: tuple[Type, ...], keywords: Keywords) -> Joins:
    """What the arguments of a method join."""
    made = frame.engine.joins.of(label, word, arguments, keywords)
    if word == "only":
        # It asks for columns: of a multi-table child, maybe for some of the parent's.
        own = tuple(value for value in arguments if not any("__" in text for text in texts_of(value)))
        made = frame.engine.joins.of(label, "values", own, ())
    elif word in ("values", "values_list") and not arguments and not keywords:
        space = frame.engine.world.space
        tables = {space.table(link.target or "") for link in space.parents(label)}
        made = tuple((table, "", "select") for table in sorted(table for table in tables if table))
    if word == "prefetch_related":
        keep_prefetched(frame, label, arguments)
        return prefetched(frame, label, (*made, *_behind_generic_keys(frame, label, made)))
    return ordered(frame, label, arguments, made) if word in ORDERING else made


def _behind_generic_keys(frame: Frame, label: str, joins: Joins) -> Iterator[tuple[str, str, str]]:
    """The tables to which a generic foreign key may lead that is prefetched."""
    space = frame.engine.world.space
    for _, lookup, kind in joins:
        if is_generic_key(frame, label, lookup):
            targets = generic_targets(frame, label, lookup, PROVED)
            tables = dict.fromkeys(space.table(target.label) for target in targets if type(target) is Row)
            yield from ((table, lookup, kind) for table in tables if table is not None)


def _before(frame: Frame, each: Manager | Query, word: str) -> list[Query]:
    """The queries that a method starts from."""
    if isinstance(each, Query):
        return [each]
    starts = _plain_start(frame, each) if word in OF_MANAGERS or word not in QUERY_METHODS else start_of(frame, each)
    return [query for query in starts if type(query) is Query]


def _next(before: list[Query], word: str, arguments: tuple[Type, ...], made: Joins) -> Type:
    """The queries after a method that gives another one."""
    result = NOTHING
    for query in before:
        joins = joins_after(query.joins, word, arguments, made)
        shape = "raw" if word == "raw" else shape_after(query.shape, word, arguments)
        result = join(result, one(Query, query.label, query.level, shape, query.cls, query.related, joins))
        if query.shape == "none" and word == "union":
            # What is combined with nothing is what is left.
            result = join(result, type_of(*[other for value in arguments for other in value if type(other) is Query]))
    return result


def _saved(frame: Frame, each: Manager | Query) -> None:
    """`create` saves the row that it makes: a project's own `save` runs."""
    cls = frame.engine.world.program.class_of(each.label)
    found = frame.engine.world.member(cls, "save") if cls is not None else None
    if found is not None and type(found[0]) is Class and found[0].module.found.ours:
        call_method(frame, one(Row, each.label, each.level, NEW)[0], "save")


def _keys_given(frame: Frame, each: Manager | Query, keywords: Keywords, node: Node) -> None:
    """`create(about=order)`: what a generic foreign key is made to point at."""
    row = one(Row, each.label, each.level, NEW)[0]
    for name, value in keywords:
        if is_generic_key(frame, each.label, name):
            store(frame, row, name or "", value)
            if node is not None:
                frame.see("assign", row, name or "", node)


def valued(frame: Frame, value: Type) -> Type:
    """*value* with lists and dicts as what they hold now: lookups are told by values."""
    if Container not in map(type, value):
        return value
    result = NOTHING
    for each in value:
        result = join(result, (content_of(frame, each),) if type(each) is Container else (each,))
    return result


def _unknown_method(each: Manager | Query, name: str) -> Type:
    if name in QUERY_METHODS:
        return PLAIN
    # A method of a manager whose source is not here: most give a queryset of the same model, but that is a guess.
    level = each.level & ~CERTAINTY_BITS | POSSIBLE
    if name.startswith(("create", "get_by", "get_or")):
        return one(Row, each.label, level, STORED)
    return one(Query, each.label, level, "rows", None, each.related, ())


def query_of(cls: Class | None, arguments: tuple[Type, ...], keywords: Keywords) -> Type:
    """`OrderQuerySet(self.model, using=self._db)`."""
    given = arguments[0] if arguments else dict(keywords).get("model", NOTHING)
    result = NOTHING
    for each in given:
        if type(each) is ModelClass:
            result = join(result, one(Query, each.label, each.level, "rows", cls, None, ()))
    return result
