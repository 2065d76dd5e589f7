"""`render(request, "order.html", {"order": order})`, a generic view, an inclusion tag: relations and querysets that the template shows are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import NOTHING, Boxed, Type, one
from cutpoint.infer.templates.rendering import TEMPLATE, render

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.source import SourceFile
    from cutpoint.infer.circumstances import Agent
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

    Known = Callable[[Frame, tuple[Type, ...], Keywords, Node], Type | None]


def _rendering(template: int, context: int, *, word: str, request: int | None) -> Known:
    """A function or class whose arguments are at these positions, the name of the template called *word*."""

    def known(frame: Frame, a: tuple[Type, ...], k: Keywords, _node: Node) -> None:
        named = dict(k)
        names = a[template] if len(a) > template else named.get(word, NOTHING)
        given = a[context] if len(a) > context else named.get("context", NOTHING)
        requested = request is not None and (len(a) > request or "request" in named)
        render(frame, names, given, requested=requested)

    return known


def _template(_frame: Frame, a: tuple[Type, ...], k: Keywords, _node: Node) -> Type:
    """`get_template("order.txt")`, `select_template([…])`."""
    named = dict(k)
    return one(Boxed, TEMPLATE, a[0] if a else named.get("template_name", named.get("template_name_list", NOTHING)))


def agent_of_template(place: SourceFile, line: int, name: str) -> Agent:
    """The line of a template that looks something up."""
    via = "template"
    return (via, place.path, line, name)


FUNCTIONS: dict[str, Known] = {
    "django.shortcuts.render": _rendering(1, 2, word="template_name", request=0),
    "django.shortcuts.render_to_response": _rendering(0, 1, word="template_name", request=None),
    "django.template.loader.render_to_string": _rendering(0, 1, word="template_name", request=2),
    **{
        f"django.template.{module}{name}": _rendering(position, position + 1, word="template", request=request)
        for module in ("", "response.")
        for name, position, request in (("TemplateResponse", 1, 0), ("SimpleTemplateResponse", 0, None))
    },
    **{f"django.template.loader.{name}_template": _template for name in ("get", "select")},
}
