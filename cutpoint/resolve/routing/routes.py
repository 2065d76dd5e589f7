"""The value of `urlpatterns` -> routes: every pattern with all that is included around it, and the view behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cutpoint.domain.objects import Bound, Class, Instance, Module
from cutpoint.domain.route import Action, Route
from cutpoint.domain.source import BlindSpot
from cutpoint.domain.values import HOLE, Either, Place, Sequence, Symbol, Unknown
from cutpoint.resolve.execution.known.ninja_routers import NINJA_URLS
from cutpoint.resolve.execution.known.tastypie_apis import TASTYPIE_URLS
from cutpoint.resolve.execution.known.url_functions import ROUTER_URLS
from cutpoint.resolve.execution.targets import iterate, merged
from cutpoint.resolve.execution.texts import part_of
from cutpoint.resolve.routing.ninja import routes_of_api
from cutpoint.resolve.routing.pattern_calls import (
    UNKNOWN_PATTERNS,
    actions_of,
    called,
    gaps_of,
    includes_ours,
    is_served_by_django,
    line_of_name,
    serves_urls,
    why_unknown_patterns,
)
from cutpoint.resolve.routing.routers import routes_of_router
from cutpoint.resolve.routing.tastypie import routes_of_resources
from cutpoint.resolve.routing.url_objects import OBJECTS, UrlObject, object_of
from cutpoint.resolve.routing.views import view_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.values import Value
    from cutpoint.resolve.execution.interpreter import Interpreter

# Patterns that are looked at, and patterns inside patterns; no project that a server can load comes near.
_MOST = 50_000
_DEEPEST = 40
_PATTERNS = frozenset({"path", "re_path", "url"})
_ROUTERS = {ROUTER_URLS: routes_of_router, NINJA_URLS: routes_of_api, TASTYPIE_URLS: routes_of_resources}
"""Kept call of a library that gives URLs -> the routes in what it is called on."""
_LOCALIZED = "i18n_patterns"


class _Around(NamedTuple):
    """What is included around a pattern."""

    prefix: str = ""
    namespaces: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    depth: int = 0
    conditional: bool = False
    unlikely: bool = False
    view_prefix: str = ""

    def at(self, place: Place) -> _Around:
        """The same, with the doubts about what stands at *place*."""
        return self._replace(
            conditional=self.conditional or place.conditional, unlikely=self.unlikely or place.unlikely
        )


class Routes:
    """The routes of one project."""

    def __init__(self, run: Interpreter, setting: Callable[[str], Value]) -> None:
        """*setting* gives the value of a setting, None when there is no such."""
        self._run = run
        self._setting = setting
        self._found: list[Route] = []
        self.blind_spots: set[BlindSpot] = set()
        self._left = _MOST

    def all(self) -> tuple[Route, ...]:
        """Every route from ROOT_URLCONF on, in the order in which Django tries them."""
        name = self._run.plain(self._setting("ROOT_URLCONF"))
        if isinstance(name, str) and self._run.index.is_ours(name):
            with self._run.routing_share():
                self._module(name, _Around())
        return tuple(self._found)

    def _module(self, name: str, around: _Around) -> None:
        if name in around.modules:
            here = self._run.modules.get(name)
            self._blind(Place(here.path if here else "", 0), "url-circle", f"{name} is included in itself")
            return
        if not self._run.index.is_ours(name):
            return
        module = self._run.import_module(name, None)
        if type(module) is not Module:
            return
        app_name = self._run.plain(module.env.get("app_name"))
        names = around.namespaces
        # `include(…, namespace="shop")` goes before what the module says.
        if isinstance(app_name, str) and names[-1:] == ("",):
            names = (*names[:-1], app_name)
        inner = around._replace(modules=(*around.modules, name), namespaces=names)
        at = Place(module.path, line_of_name(self._run, module, "urlpatterns"))
        for where, reason in gaps_of(self._run, module, at):
            self._blind(where, "urls-at-run-time", reason)
        # One value that isn't a list, `urlpatterns = decorated([…])`, is an item by itself.
        self._item(module.env.get("urlpatterns", ()), inner, at)

    def _patterns(self, value: Value, around: _Around, place: Place) -> None:
        if around.depth > _DEEPEST:
            self._blind(place, "url-limit", "URL patterns are nested too deeply to be followed")
            return
        items, places = iterate(self._run, value, place)
        for item, where in zip(items, places, strict=True):
            self._left -= 1
            if self._left < 0:
                self._blind(place, "url-limit", "the project has more URL patterns than are looked at")
                return
            self._item(item, around, where or place)

    def _item(self, item: Value, around: _Around, place: Place) -> None:
        forced = self._run.force(item)
        if type(forced) is Either:
            for rank, option in enumerate(forced.options):
                is_unlikely = around.unlikely or (forced.ranked and rank > 0)
                doubted = around._replace(conditional=True, unlikely=is_unlikely, depth=around.depth + 1)
                self._item(option, doubted, place)
            return
        value = self._run.plain(forced)
        around = around.at(place)
        if type(value) in (Sequence, tuple):
            self._patterns(value, around._replace(depth=around.depth + 1), place)
            return
        name = called(self._run, value)
        if type(value) is not Instance or not name:
            self._unknown(value, place)
        elif name == _LOCALIZED:
            self._localized(value, around)
        elif name == "patterns":
            self._old_patterns(value, around)
        elif name in _ROUTERS:
            self._router(value, name, around)
        elif name in _PATTERNS:
            self._pattern(value, around)
        elif name in OBJECTS:
            self._object(object_of(self._run, value), value.place, around)
        else:
            self._of_library(value, around)

    def _object(self, made: UrlObject, place: Place, around: _Around) -> None:
        """`URLPattern(RoutePattern("orders/"), view)` or `URLResolver(RegexPattern("^shop/"), patterns)`, or of a class below."""
        inner = around._replace(prefix=around.prefix + self._text(made.text), depth=around.depth + 1)
        if made.is_resolver:
            self._target(made.target, inner, place, made.namespace)
        else:
            self._view(Instance(Symbol("django.urls.path"), [], {"name": made.name}, place), made.target, inner)

    def _of_library(self, value: Instance, around: _Around) -> None:
        """What a library makes of patterns, or of the name of their module, is taken for them; what else it makes isn't known."""
        found = False
        for argument in [*value.arguments, *value.keywords.values()]:
            plain = self._run.plain(argument)
            if type(plain) in (Sequence, tuple):
                found = found or bool(iterate(self._run, plain, None)[0])
                self._patterns(plain, around._replace(depth=around.depth + 1), value.place)
            elif isinstance(plain, str) and self._run.index.is_ours(plain):
                found = True
                self._target(plain, around._replace(depth=around.depth + 1), value.place, None)
        if not found:
            self._blind(value.place, "urls-at-run-time", why_unknown_patterns(value))

    def _unknown(self, value: Value, place: Place) -> None:
        if type(value) in UNKNOWN_PATTERNS and not is_served_by_django(value):
            own = getattr(value, "place", None)
            where = own if own is not None and own.line else place
            self._blind(where, "urls-at-run-time", why_unknown_patterns(value))

    def _localized(self, value: Instance, around: _Around) -> None:
        """`i18n_patterns(…)`: below the language."""
        language = self._run.plain(self._setting("LANGUAGE_CODE"))
        keeps = self._run.truth(value.keywords.get("prefix_default_language", True))[0] is not False
        # Without translation Django leaves the patterns as they are.
        keeps = keeps and self._run.plain(self._setting("USE_I18N")) is not False
        prefix = f"{language if isinstance(language, str) else HOLE}/" if keeps else ""
        inner = around._replace(prefix=around.prefix + prefix, depth=around.depth + 1)
        self._patterns(Sequence(list(value.arguments)), inner, value.place)

    def _old_patterns(self, value: Instance, around: _Around) -> None:
        """`patterns("shop.views", url(r"^$", "index"))` of Django before 1.10."""
        first = self._run.plain(value.arguments[0]) if value.arguments else ""
        prefix = f"{first}." if isinstance(first, str) and first else ""
        inner = around._replace(depth=around.depth + 1, view_prefix=prefix)
        self._patterns(Sequence(list(value.arguments[1:])), inner, value.place)

    def _router(self, value: Instance, name: str, around: _Around) -> None:
        for route in _ROUTERS[name](self._run, value.arguments[0] if value.arguments else None):
            where = route.place or value.place
            self._add(around, route.pattern, route.name, route.view, where, actions=route.actions)

    def _pattern(self, value: Instance, around: _Around) -> None:
        run, arguments, words = self._run, value.arguments, value.keywords
        text = self._text(arguments[0] if arguments else words.get("route", words.get("regex")))
        target = arguments[1] if len(arguments) > 1 else words.get("view")
        plain = merged(run, target) if type(run.force(target)) is Either else run.plain(target)
        inner = around.at(value.place)._replace(prefix=around.prefix + text, depth=around.depth + 1)
        if called(run, plain) == "include":
            self._included(plain, inner)
        elif type(plain) in (tuple, Sequence, Module):
            self._target(plain, inner, value.place, None)
        elif is_served_by_django(plain):
            return
        elif serves_urls(run, plain):
            self._unknown(plain, value.place)
        elif includes_ours(run, plain):
            self._of_library(plain, inner)
        else:
            self._view(value, plain if isinstance(plain, str) else target, inner)

    def _view(self, value: Instance, target: Value, around: _Around) -> None:
        run, words = self._run, value.keywords
        if isinstance(target, str) and around.view_prefix:
            target = around.view_prefix + target
        found = view_of(run, target)
        given = words.get("name", value.arguments[3] if len(value.arguments) > 3 else None)
        name = run.plain(given)
        if found is None:
            if type(run.plain(target)) is Unknown:
                self._blind(value.place, "view-at-run-time", "the view of a URL pattern is chosen at run time")
            return
        view, is_wrapped = found
        actions = actions_of(run, target)
        where = value.place
        self._add(around, "", name if isinstance(name, str) else "", view, where, actions=actions, wrapped=is_wrapped)

    def _add(
        self,
        around: _Around,
        pattern: str,
        name: str,
        view: Value,
        place: Place,
        *,
        actions: tuple[Action, ...] = (),
        wrapped: bool = False,
    ) -> None:
        spaces = [space for space in around.namespaces if space]
        module = view.module if type(view) is Class else view.env.module
        if not module.found.ours:
            return
        around = around.at(place)
        self._found.append(
            Route(
                around.prefix + pattern,
                ":".join([*spaces, name]) if name else "",
                view,
                place.path,
                place.line,
                actions,
                wrapped,
                around.conditional,
                around.unlikely,
            )
        )

    def _included(self, value: Instance, around: _Around) -> None:
        """`include("shop.urls", namespace="shop")`, `include((patterns, "shop"))`, `include(router.urls)`."""
        wanted = value.arguments[0] if value.arguments else value.keywords.get("arg")
        space = self._run.plain(
            value.keywords.get("namespace", value.arguments[1] if len(value.arguments) > 1 else None)
        )
        self._target(wanted, around, value.place, space if isinstance(space, str) else None)

    def _target(self, wanted: Value, around: _Around, place: Place, space: str | None) -> None:
        target = merged(self._run, wanted)
        if type(target) is tuple and len(target) in (2, 3):
            app, given = self._run.plain(target[1]), self._run.plain(target[-1])
            own = given if isinstance(given, str) else app
            # (patterns, app name) and (patterns, app name, namespace), unless it is a tuple of patterns.
            if isinstance(app, str) or app is None:
                space = space or (own if isinstance(own, str) else None)
                target = merged(self._run, target[0])
        if isinstance(target, str | Module):
            name = target if isinstance(target, str) else target.name
            self._module(name, around._replace(namespaces=(*around.namespaces, space or "")))
        elif type(target) in (Sequence, tuple):
            self._patterns(target, around._replace(namespaces=(*around.namespaces, space or "")), place)
        elif type(target) in (Unknown, Instance, Bound) and not is_served_by_django(target):
            self._blind(place, "urls-at-run-time", why_unknown_patterns(target))

    def _text(self, value: Value) -> str:
        plain = self._run.plain(value)
        if isinstance(plain, str):
            return plain
        # `path(_("orders/"), …)`: translated.
        if type(plain) is Instance and type(plain.callee) is Symbol and "gettext" in plain.callee.last:
            return self._text(plain.arguments[0] if plain.arguments else None)
        return part_of(plain)

    def _blind(self, place: Place, kind: str, reason: str) -> None:
        if place.path in self._run.index.names:
            self.blind_spots.add(BlindSpot(place.path, place.line, kind, reason))
