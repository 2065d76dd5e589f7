"""Functions that keep what they are handed for somebody else to call: routes, checks, exit handlers.

Whoever keeps a function doesn't call it: that it runs is told by what calls it then (a request of its URL). A partial is called all
the same, for nothing else would tell what its function is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import PROVED, Object, PartialOf, Type, one
from cutpoint.infer.callbacks import call_callbacks

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

    Known = Callable[[Frame, tuple[Type, ...], Keywords, Node], Type]

# Docs: "django.urls functions for use in URLconfs", "System check framework", and those of the standard library's modules.
_KEEPING = (
    *(
        f"{module}.{name}"
        for module in ("django.urls", "django.urls.conf")
        for name in ("path", "_path", "re_path", "include")
    ),
    *(f"django.conf.urls.{name}" for name in ("url", "include", "re_path")),
    "django.conf.urls.i18n.i18n_patterns",
    "rest_framework.urlpatterns.format_suffix_patterns",
    "django.core.checks.register",
    "django.core.checks.registry.CheckRegistry.register",
    "signal.signal",
)


def _kept(name: str) -> Known:
    def known(frame: Frame, arguments: tuple[Type, ...], keywords: Keywords, _node: Node) -> Type:
        for given in (*arguments, *(value for _, value in keywords)):
            call_callbacks(frame, (tuple(each for each in given if type(each) is PartialOf),), ())
        return one(Object, name, PROVED)

    return known


FUNCTIONS: dict[str, Known] = {name: _kept(name) for name in _KEEPING}
