"""Managers and querysets: their attributes, and what each method of Django's query API gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import (
    CERTAINTY_BITS,
    INFERRED,
    NONE,
    NEW,
    NOTHING,
    PLAIN,
    POSSIBLE,
    STORED,
    Container,
    Group,
    Items,
    LibraryMethod,
    Manager,
    ModelClass,
    Query,
    Related,
    Row,
    Text,
    Type,
    atom,
    join,
    one,
)
from cutpoint.infer.dispatch import attribute_of, call_method
from cutpoint.infer.spreading import content_of
from cutpoint.infer.members import bound, note_self_read

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

_SAME = frozenset(
    "filter exclude order_by reverse distinct defer only using select_related prefetch_related annotate alias extra"
    " select_for_update none union intersection difference complex_filter all get_queryset _clone _chain db_manager"
    " _all get_query_set".split()
)
# A query that joins more tables than this is told with the first of them.
_MOST_JOINS = 16
_ROW = frozenset("get first last earliest latest".split())
_PLAIN_ROWS = frozenset("values values_list dates datetimes".split())
_MAKES = frozenset("create".split())
_PAIRS = frozenset("get_or_create update_or_create".split())
_MANY = frozenset("bulk_create iterator raw".split())
QUERY_METHODS = (
    _SAME
    | _ROW
    | _PLAIN_ROWS
    | _MAKES
    | _PAIRS
    | _MANY
    | frozenset(
        "count exists aggregate in_bulk bulk_update update delete explain contains add set remove clear _raw_delete as_manager"
        " resolve_expression get_or_none".split()
    )
)


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
        if found is not None and type(found[0]) is Class:
            return bound(frame, each, found[0], name, found[1], node, on_class=False)
        stored = frame.engine.read(("attribute", each.cls, name), frame)
        if stored:
            return stored
    if type(each) is Query and each.cls is None:
        # A plain queryset of a model whose manager comes from a queryset class has that class's methods.
        pass
    if name in ("db", "_db", "ordered", "name"):
        return PLAIN
    note_self_read(frame, each, "*", True)  # noqa: FBT003 - a marker
    return one(LibraryMethod, each, name)


def start_of(frame: Frame, each: Manager) -> Type:
    """The queryset that a manager starts every chain with: its own `get_queryset`, or a plain one."""
    world = frame.engine.world
    plain = one(Query, each.label, each.level, "rows", world.query_class(each.cls), each.related, ())
    if each.cls is None:
        return plain
    found = world.member(each.cls, "get_queryset")
    if found is None or type(found[0]) is not Class or not found[0].module.found.ours:
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
    word = name[1:] if name.startswith("a") and name[1:] in QUERY_METHODS else name
    arguments = tuple([valued(frame, value) for value in arguments])
    keywords = tuple([(key, valued(frame, value)) for key, value in keywords])
    joins = frame.engine.joins_of(each.label, word, arguments, keywords)
    if node is not None:
        frame.see("call", each, word, node, arguments, keywords).joins = joins
    if word in _SAME:
        return with_joins(_same(frame, each, word), joins)
    query = each.shape if type(each) is Query else "rows"
    if word in _ROW:
        row = one(Row, each.label, each.level, STORED) if query == "rows" else PLAIN
        return join(row, NONE) if word in ("first", "last") else row
    if word in _PLAIN_ROWS:
        cls = each.cls if type(each) is Query else None
        return with_joins(one(Query, each.label, each.level, "values", cls, each.related, _joins(each)), joins)
    if word in _MAKES or word in _PAIRS:
        _saved(frame, each)
    if word in _MAKES:
        return one(Row, each.label, each.level, STORED)
    if word in _PAIRS:
        return one(Group, (one(Row, each.label, each.level, STORED), PLAIN))
    if word in _MANY or word == "aiterator":
        return one(Items, one(Row, each.label, each.level, STORED) if query == "rows" else PLAIN)
    if word == "in_bulk":
        from cutpoint.domain.types import Table

        return one(Table, PLAIN, one(Row, each.label, each.level, STORED))
    return _unknown_method(frame, each, name)


def _saved(frame: Frame, each: Manager | Query) -> None:
    """`create` saves the row that it makes: a project's own `save` runs."""
    cls = frame.engine.world.program.class_of(each.label)
    found = frame.engine.world.member(cls, "save") if cls is not None else None
    if found is not None and type(found[0]) is Class and found[0].module.found.ours:
        call_method(frame, one(Row, each.label, each.level, NEW)[0], "save")


def _joins(each: Manager | Query) -> tuple[str, ...]:
    return each.joins if type(each) is Query else ()


def with_joins(queries: Type, joins: tuple[tuple[str, str, str], ...]) -> Type:
    """*queries*, which now read these tables as well when they run."""
    tables = {table for table, _, _ in joins}
    if not tables:
        return queries
    result = NOTHING
    for each in queries:
        if type(each) is Query:
            both = tuple(sorted({*each.joins, *tables}))[:_MOST_JOINS]
            result = join(result, one(Query, each.label, each.level, each.shape, each.cls, each.related, both))
        else:
            result = join(result, (each,))
    return result


def valued(frame: Frame, value: Type) -> Type:
    """*value* with lists and dicts as what they hold now: lookups are told by values."""
    if not any(type(each) is Container for each in value):
        return value
    result = NOTHING
    for each in value:
        result = join(result, (content_of(frame, each),) if type(each) is Container else (each,))
    return result


def _same(frame: Frame, each: Manager | Query, word: str) -> Type:
    if type(each) is Manager:
        if word == "get_queryset":
            return one(Query, each.label, each.level, "rows", frame.engine.world.query_class(each.cls), each.related, ())
        return start_of(frame, each) if word != "db_manager" else (each,)
    return (each,)


def _unknown_method(frame: Frame, each: Manager | Query, name: str) -> Type:
    if name in QUERY_METHODS:
        return PLAIN
    # A method of a manager whose source is not here: most give a queryset of the same model, but that is a guess.
    level = each.level & ~CERTAINTY_BITS | POSSIBLE
    if name.startswith(("create", "get_by", "get_or")):
        return one(Row, each.label, level, STORED)
    return one(Query, each.label, level, "rows", None, each.related, ())


def query_of(frame: Frame, cls: Class, arguments: tuple[Type, ...], keywords: Keywords) -> Type:
    """`OrderQuerySet(self.model, using=self._db)`."""
    given = arguments[0] if arguments else dict(keywords).get("model", NOTHING)
    result = NOTHING
    for each in given:
        if type(each) is ModelClass:
            result = join(result, one(Query, each.label, each.level, "rows", cls, None, ()))
    return result


__all__ = ["INFERRED", "Related", "Text", "atom", "call_query", "query_of", "start_of"]
