"""Functions of libraries that declare URLs and views: what they are handed is what counts, so calls of them are kept as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.values import Place, Sequence, Symbol, Value
from cutpoint.resolve.execution.attributes import MISSING

if TYPE_CHECKING:
    from cutpoint.domain.scope import Environment
    from cutpoint.resolve.execution.interpreter import Interpreter
    from cutpoint.resolve.execution.known.signature import KnownFunction, KnownMethod

KEPT: dict[str, str] = {
    "django.urls.conf._path": "django.urls.path",
    "django.urls.conf.include": "django.urls.include",
    "django.views.generic.base.View.as_view": "django.views.generic.View.as_view",
    "rest_framework.views.APIView.as_view": "rest_framework.views.APIView.as_view",
    "rest_framework.viewsets.ViewSetMixin.as_view": "rest_framework.viewsets.ViewSetMixin.as_view",
    "rest_framework.urlpatterns.format_suffix_patterns": "rest_framework.urlpatterns.format_suffix_patterns",
    "rest_framework.decorators.action": "rest_framework.decorators.action",
    "rest_framework.routers.BaseRouter.register": "rest_framework.routers.BaseRouter.register",
    "rest_framework.routers.BaseRouter.urls": "rest_framework.routers.BaseRouter.urls",
    "rest_framework.routers.SimpleRouter.get_urls": "rest_framework.routers.BaseRouter.urls",
    "rest_framework.routers.DefaultRouter.get_urls": "rest_framework.routers.BaseRouter.urls",
}
"""Function of a library whose source may be here, as its own code calls it -> the name under which a call of it is kept."""


_CONFIGURATIONS = frozenset({"django.apps.AppConfig", "django.apps.config.AppConfig"})
_OF_CONFIGURATIONS = frozenset(
    [
        "name",
        "label",
        "verbose_name",
        "path",
        "module",
        "models",
        "models_module",
        "apps",
        "default",
        "default_auto_field",
        "ready",
        "create",
        "get_model",
        "get_models",
        "import_models",
    ]
)
"""Other names are a project's own: code that goes through all apps asks which of them have some."""
_PATTERNS = frozenset({"django.urls.path", "django.urls.re_path", "django.conf.urls.url"})
ROUTER_URLS = "rest_framework.routers.BaseRouter.urls"


def include(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    """`include("shop.urls")` imports the module when it is of ours."""
    wanted = run.plain(a[0]) if a else None
    name = run.plain(wanted[0]) if type(wanted) is tuple and wanted else wanted
    if isinstance(name, str) and run.index.is_ours(name):
        run.import_module(name, None)
    return Instance(Symbol("django.urls.include"), a, k, place)


def registered(run: Interpreter, receiver: Value) -> Sequence | None:
    """What was registered with a router: (prefix, viewset, basename) each."""
    router = run.plain(receiver)
    if type(router) is not Instance:
        return None
    found = run.plain(router.attributes.get("registry"))
    if type(found) is not Sequence:
        found = router.attributes["registry"] = Sequence([])
    return found


def _register(run: Interpreter, receiver: Value, a: list[Value], k: dict[str, Value], place: Place) -> Value:
    """`router.register("orders", OrderViewSet, basename="order")`."""
    prefix, view = ((a[at] if len(a) > at else k.get(name)) for at, name in ((0, "prefix"), (1, "viewset")))
    basename = k.get("basename", k.get("base_name", a[2] if len(a) > 2 else None))
    found = registered(run, receiver)
    if found is not None and view is not None:
        doubted = Place(place.path, place.line, conditional=run.undecided > 0, unlikely=run.unlikely > 0)
        found.append((prefix, view, basename), doubted)
    return None


def _register_with(
    run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, _e: Environment | None
) -> Value:
    return _register(run, a[0], a[1:], k, place) if a else None


def _register_of(run: Interpreter, receiver: Value, a: list[Value], k: dict[str, Value], place: Place) -> Value:
    router = run.plain(receiver)
    if type(router) is Instance and _is_router(run, run.plain(router.callee)):
        _register(run, router, a, k, place)
    return NotImplemented


def _is_router(run: Interpreter, callee: Value) -> bool:
    """Whether *callee* is a router of a library, or a class that inherits from one."""
    bases = run.linear(callee) if type(callee) is Class else [callee]
    return any(type(base) is Symbol and base.last.endswith("Router") for base in bases)


def _urls(_run: Interpreter, router: Value) -> Value:
    """`router.urls`, a list: what is registered later is in it as well, so it is told when it is looked at."""
    place = router.place if type(router) is Instance else Place("", 0)
    return Sequence([Instance(Symbol(ROUTER_URLS), [router], {}, place)])


def _urls_of(run: Interpreter, a: list[Value], _k: dict[str, Value], _p: Place, _e: Environment | None) -> Value:
    return _urls(run, run.plain(a[0])) if a else Sequence([])


def _kept_list(name: str) -> KnownFunction:
    """A list of patterns under a prefix of its own: `urlpatterns += i18n_patterns(…)`."""

    def known(_run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
        return Sequence([Instance(Symbol(name), a, k, place)], [place])

    return known


def _given(_run: Interpreter, a: list[Value], k: dict[str, Value], _p: Place, _e: Environment | None) -> Value:
    """`format_suffix_patterns(urlpatterns)`: the same views again, with a suffix."""
    return a[0] if a else k.get("urlpatterns")


def _static(run: Interpreter, a: list[Value], k: dict[str, Value], place: Place, _e: Environment | None) -> Value:
    """`static("/media/", view=serve_media)`: files, which only a view of the project's own makes worth telling."""
    prefix, view = run.plain(a[0]) if a else None, k.get("view", a[1] if len(a) > 1 else None)
    if not isinstance(prefix, str) or view is None:
        return Sequence([])
    pattern = f"^{re.escape(prefix.lstrip('/'))}(?P<path>.*)$"
    return Sequence([Instance(Symbol("django.urls.re_path"), [pattern, view], {}, place)], [place])


FUNCTIONS: dict[str, KnownFunction] = {
    "django.urls.include": include,
    "django.conf.urls.include": include,
    "django.conf.urls.patterns": _kept_list("django.conf.urls.patterns"),
    "django.conf.urls.defaults.patterns": _kept_list("django.conf.urls.patterns"),
    "django.conf.urls.i18n.i18n_patterns": _kept_list("django.conf.urls.i18n.i18n_patterns"),
    "django.conf.urls.static.static": _static,
    "django.contrib.staticfiles.urls.staticfiles_urlpatterns": _static,
    "rest_framework.urlpatterns.format_suffix_patterns": _given,
    "rest_framework.routers.BaseRouter.register": _register_with,
    ROUTER_URLS: _urls_of,
}


def attribute_of_library(run: Interpreter, owner: str, name: str, receiver: Value) -> Value:
    """`router.urls` of a library whose source isn't here, what patterns and configurations of apps have; None for anything else."""
    if owner in _CONFIGURATIONS and name not in _OF_CONFIGURATIONS and not name.startswith("__"):
        return MISSING
    if owner in _PATTERNS and name in ("url_patterns", "callback"):
        # Code that wraps the views of patterns once more changes nothing about what they lead to.
        return Sequence([])
    if owner.endswith("Router") and type(receiver) is Instance:
        return _urls(run, receiver) if name == "urls" else registered(run, receiver) if name == "registry" else None
    return None


METHODS: dict[str, KnownMethod] = {"register": _register_of}
