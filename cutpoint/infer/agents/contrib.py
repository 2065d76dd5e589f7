"""`get_current_site(request)`, `Site.objects.get_current()`, fallback middlewares: sites, redirects and flat pages are read from their tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import INFERRED, STORED, LibraryName, Manager, Row, Type, atom, one
from cutpoint.infer.agents.acting import acting, library_place
from cutpoint.infer.dispatch import attribute, call_type

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

    Known = Callable[[Frame, tuple[Type, ...], Keywords, Node], Type | None]

_SITE, _PAGE, _REDIRECT = "sites.Site", "flatpages.FlatPage", "redirects.Redirect"
_PAGES = "django.contrib.flatpages"
_CONTRIB = "django.contrib"


def _read(frame: Frame, labels: tuple[str, ...], name: str, node: Node) -> None:
    space = frame.engine.world.space
    with acting(frame, "contrib", library_place(frame, name)):
        for label in labels if node is not None else ():
            if space.model(label) is not None:
                manager = atom(Manager, label, INFERRED, None, None)
                call_type(frame, attribute(frame, manager, "get", None), (), (), node)
                sites = space.links(label).get("sites")
                if sites is not None and sites.through is not None:
                    call_type(
                        frame,
                        attribute(frame, atom(Manager, sites.through, INFERRED, None, None), "get", None),
                        (),
                        (),
                        node,
                    )


def current_site(frame: Frame, _arguments: tuple[Type, ...], _keywords: Keywords, node: Node) -> Type | None:
    """The site of a request, or of the settings; nothing is read where sites are not installed."""
    if frame.engine.world.space.model(_SITE) is None:
        return None
    _read(frame, (_SITE,), "django.contrib.sites.shortcuts.get_current_site", node)
    return one(Row, _SITE, INFERRED, STORED)


def _reading(name: str, *labels: str) -> Known:
    def known(frame: Frame, _arguments: tuple[Type, ...], _keywords: Keywords, node: Node) -> Type:
        _read(frame, labels, name, node)
        # What a middleware is asked to do, it does for the request.
        return one(LibraryName, f"{name}()")

    return known


def _named(names: tuple[str, ...], *labels: str) -> dict[str, Known]:
    return {name: _reading(name, *labels) for name in names}


FUNCTIONS: dict[str, Known] = {
    "django.contrib.sites.shortcuts.get_current_site": current_site,
    **_named((f"{_PAGES}.views.flatpage", f"{_PAGES}.middleware.FlatpageFallbackMiddleware"), _PAGE, _SITE),
    **_named((f"{_CONTRIB}.redirects.middleware.RedirectFallbackMiddleware",), _REDIRECT, _SITE),
}
