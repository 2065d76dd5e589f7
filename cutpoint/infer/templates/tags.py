"""`{% show_order order %}`: tags that functions of ours define, `@register.simple_tag` and `@register.inclusion_tag("order.html")`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Instance
from cutpoint.domain.types import NOTHING, PLAIN, FunctionOf, Text, Type, join, one
from cutpoint.infer.dispatch import call_type, evaluate
from cutpoint.infer.entries.decorating import keywords_of, name_of_decorator
from cutpoint.infer.targets import assign
from cutpoint.infer.templates.rendering import leading_on, render

if TYPE_CHECKING:
    from cutpoint.domain.objects import Function
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.values import Value
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Env, Frame

_LIBRARY = "django.template."
_SIMPLE, _INCLUSION = ("simple_tag", "simple_block_tag"), "inclusion_tag"


class Tag(NamedTuple):
    """A function that stands for a tag."""

    function: Function
    template: str
    """The name of the template that shows what it gives; empty for a simple tag."""
    takes_context: bool


def run_tag(frame: Frame, node: Node, env: Env) -> Env:
    """A tag of a template is called with what it is given; Django looks for it in what is loaded, we by its name."""
    _, name, arguments, keywords, target, line = node
    frame.statement = (line, line)
    given = tuple(evaluate(frame, each, env) for each in arguments)
    named = tuple((key, evaluate(frame, value, env)) for key, value in keywords)
    tag = _tags(frame.engine).get(name)
    result: Type = PLAIN
    frame.statement = (line, line)
    if tag is not None and any(map(leading_on, (*given, *(value for _, value in named)))):
        # All of a context would be another call for each page: of that the tag is told nothing.
        before = (PLAIN,) if tag.takes_context else ()
        result = call_type(frame, one(FunctionOf, tag.function, None), (*before, *given), named, None)
        if tag.template:
            render(frame, one(Text, tag.template), result)
    if target:
        assign(frame, [sk.NAME, target, line], PLAIN if tag is None or tag.template else result, env)
    return env


def _tags(engine: Engine) -> dict[str, Tag | None]:
    """Every tag of ours by its name; None where several functions have one name."""
    if engine.templates.tags is None:
        engine.templates.tags = {}
        for function in engine.defined:
            for decorator in function.decorators:
                tag = tag_of(function, decorator)
                if tag is not None:
                    name = keywords_of(decorator).get("name")
                    name = name if isinstance(name, str) else function.name
                    engine.templates.tags[name] = None if name in engine.templates.tags else tag
    return engine.templates.tags


def tag_of(function: Function, decorator: Value) -> Tag | None:
    """The tag that *decorator* makes of *function*."""
    maker = name_of_decorator(decorator)
    bare = maker.rpartition(".")[2]
    if not maker.startswith(_LIBRARY) or bare not in (*_SIMPLE, _INCLUSION):
        return None
    takes_context = keywords_of(decorator).get("takes_context") is True
    if bare != _INCLUSION:
        return Tag(function, "", takes_context)
    arguments = decorator.arguments if type(decorator) is Instance else ()
    template = arguments[0] if arguments else keywords_of(decorator).get("filename")
    return Tag(function, template, takes_context) if isinstance(template, str) else None


def show_inclusion(frame: Frame, tag: Tag) -> None:
    """What the template of an inclusion tag looks up in what its function gives whoever calls it."""
    result = NOTHING
    for each in frame.engine.by_function.get(tag.function, ()):
        if each.root:
            result = join(result, each.result)
    render(frame, one(Text, tag.template), result)
