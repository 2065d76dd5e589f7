"""URL patterns that are made as objects of Django's classes, or of classes below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cutpoint.domain.objects import Bound, Class, Instance
from cutpoint.domain.values import Symbol, Value
from cutpoint.resolve.execution.attributes import attribute_of, initialize
from cutpoint.resolve.execution.linear import with_source

if TYPE_CHECKING:
    from cutpoint.resolve.execution.interpreter import Interpreter

_RESOLVERS = frozenset({"URLResolver", "RegexURLResolver"})
OBJECTS = _RESOLVERS | {"URLPattern", "RegexURLPattern"}
"""Bare names of the classes, those of Django before 2.0 included."""

_OF_RESOLVER = ("pattern", "urlconf_name", "default_kwargs", "app_name", "namespace")
_OF_PATTERN = ("pattern", "callback", "default_args", "name")


class UrlObject(NamedTuple):
    """What such an object was made with."""

    is_resolver: bool
    text: Value
    """The route or regular expression."""
    target: Value
    """A view, or what is included."""
    name: Value
    namespace: str | None


def object_of(run: Interpreter, value: Instance) -> UrlObject:
    """The pattern or resolver that *value* is, as its class hands it to Django's."""
    callee = run.plain(value.callee)
    is_resolver = (object_class(run, callee) if type(callee) is Class else callee.last) in _RESOLVERS
    given = _given(run, value, _OF_RESOLVER if is_resolver else _OF_PATTERN)
    pattern = run.plain(given.get("pattern"))
    text = _text_of(run, pattern) if type(pattern) is Instance else pattern
    space = run.plain(given.get("namespace", given.get("app_name")))
    target = given.get("urlconf_name" if is_resolver else "callback")
    return UrlObject(is_resolver, text, target, given.get("name"), space if isinstance(space, str) else None)


def object_class(run: Interpreter, cls: Class) -> str:
    """The bare name of the class of Django's that *cls* is, or is below; empty for others."""
    for base in run.linear(cls):
        name = base.name.rpartition(".")[2] if type(base) in (Class, Symbol) else ""
        if name in OBJECTS and (base.module.name if type(base) is Class else base.name).startswith("django."):
            return name
    return ""


def _text_of(run: Interpreter, pattern: Instance) -> Value:
    """What `__str__` of its class makes of a pattern, as Django shows it; else the text that it was handed."""
    callee = run.plain(pattern.callee)
    if type(callee) is Symbol:
        pattern = Instance(with_source(run, callee), pattern.arguments, pattern.keywords, pattern.place)
    handed = next(iter(_given(run, pattern, ("text",)).values()), None)
    shows = attribute_of(run, pattern, "__str__")
    shown = run.plain(run.call(shows, [], {}, pattern.place)) if type(shows) is Bound else None
    return shown if isinstance(shown, str) else handed


def _given(run: Interpreter, value: Instance, names: tuple[str, ...]) -> dict[str, Value]:
    callee = run.plain(value.callee)
    if type(callee) is Class:
        initialize(run, value, callee)
    arguments, keywords = value.outer or (value.arguments, value.keywords)
    return {**dict(zip(names, arguments, strict=False)), **keywords}
