"""django-filter: `OrderFilter(request.GET, queryset=orders).qs` looks up what the fields of the set name, and what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.lookups.lookup_path import SEPARATOR
from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.types import INFERRED, NOTHING, PLAIN, ClassOf, Manager, Object, Query, Type, atom, join
from cutpoint.domain.values import Mapping, Sequence
from cutpoint.infer.agents.acting import acting, declaration_of
from cutpoint.infer.dispatch import attribute, call_type
from cutpoint.infer.entries.decorating import name_of_decorator
from cutpoint.infer.frameworks.model_of import declared, meta_model

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.values import Value
    from cutpoint.infer.frame import Frame

_OF_VIEWS = ("filterset_fields", "filter_fields", "search_fields", "ordering_fields")
PACKAGE = "django_filters."
BASES = frozenset({"BaseFilterSet", "FilterSet"})


def is_filter_set(frame: Frame, receiver: object) -> bool:
    """Whether *receiver* is an object of a set of filters."""
    cls = getattr(receiver, "cls", None)
    return type(cls) is Class and frame.engine.world.derives(cls, BASES, PACKAGE)


def filtered(frame: Frame, filters: Object, given: Type, node: Node) -> Type:
    """*given*, or all rows of the model of the set, narrowed by everything that it may be asked for."""
    queries = tuple(each for each in given if isinstance(each, (Query, Manager)))
    for each in () if queries else meta_model(frame, filters):
        label = getattr(each, "label", "")
        queries = (*queries, atom(Query, label, INFERRED, "rows", None, None, ())) if label else queries
    result = NOTHING
    with acting(frame, "filter", declaration_of(frame, filters)):
        for query in queries:
            result = join(result, narrowed_by(frame, query, paths_of(frame, filters), node))
    return result


def narrowed_by(frame: Frame, query: Query | Manager, paths: tuple[str, ...], node: Node) -> Type:
    """*query* with lookups along *paths*; rows that are chosen are looked up as well."""
    space = frame.engine.world.space
    for path in paths:
        label: str | None = query.label
        for name in path.split(SEPARATOR):
            link = space.query_links(label).get(name) if label is not None else None
            label = link.target if link is not None else None
        if label is not None:
            chosen = atom(Manager, label, INFERRED, None, None)
            call_type(frame, attribute(frame, chosen, "get", None), (), (), node)
    lookups = tuple((path, PLAIN) for path in paths)
    return call_type(frame, attribute(frame, query, "filter", None), (), lookups, node)


def filter_listed(frame: Frame, view: Object, query: Query, node: Node) -> None:
    """What a view that lists *query* may be asked to look up: `filterset_class`, `filterset_fields`, `search_fields`."""
    for each in declared(frame, view, "filterset_class"):
        if type(each) is ClassOf and is_filter_set(frame, each):
            filtered(frame, atom(Object, each.cls, each.level), (query,), node)
    paths: set[str] = set()
    for attribute_name in _OF_VIEWS:
        found = frame.engine.world.member(view.cls, attribute_name) if type(view.cls) is Class else None
        if found is not None and type(found[0]) is Class and found[0].module.found.ours:
            paths |= {name.lstrip("^=@$") for name in names_in(frame, found[1])}
    if paths:
        narrowed_by(frame, query, tuple(sorted(paths)), node)


def paths_of(frame: Frame, filters: Object) -> tuple[str, ...]:
    """The lookups of the set, sorted: those of filters that it declares, and the fields of its Meta."""
    found: dict[str, None] = {}
    program = frame.engine.world.program
    own: set[str] = set()
    for base in program.linear(filters.cls) if type(filters.cls) is Class else ():
        if type(base) is not Class or not base.module.found.ours:
            continue
        for name, value in base.attributes.items():
            made = program.plain(value)
            if name not in own and type(made) is Instance and name_of_decorator(made).startswith(PACKAGE):
                own.add(name)
                found |= dict.fromkeys(_path(frame, name, made))
        options = program.plain(base.attributes.get("Meta"))
        fields = program.plain(options.attributes.get("fields")) if type(options) is Class else None
        found |= dict.fromkeys(each for each in names_in(frame, fields) if each not in own)
    return tuple(sorted(found))


def names_in(frame: Frame, value: Value) -> Iterator[str]:
    """`["city", "shop__name"]`, `{"city": ["exact"]}`."""
    plain = frame.engine.world.program.plain(value)
    match plain:
        case Mapping():
            items = list(plain.items)
        case Sequence():
            items = plain.items
        case tuple():
            items = list(plain)
        case _:
            items = []
    for item in items:
        text = frame.engine.world.program.plain(item)
        if isinstance(text, str):
            yield text


def _path(frame: Frame, name: str, made: Instance) -> Iterator[str]:
    """What one filter looks up; one with a method of its own, whatever that does."""
    words = made.keywords
    if "method" in words:
        return
    plain = frame.engine.world.program.plain
    given = plain(words.get("field_name", words.get("name", made.arguments[0] if made.arguments else name)))
    if isinstance(given, str):
        yield given
