"""Classes of ours by which a framework acts without a line of ours that calls it -> what it does, at the line of the class."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class, Function
from cutpoint.domain.types import PROVED, Object, atom
from cutpoint.domain.values import Symbol
from cutpoint.infer.agents import api_resource, graphql, hook, model_controller, revision, strawberry
from cutpoint.infer.agents.admin import administer_declared
from cutpoint.infer.agents.authentication import guard
from cutpoint.infer.agents.filter_set import filter_by_methods
from cutpoint.infer.agents.resource import EXPORTING, IMPORTING, exchange_declared
from cutpoint.infer.agents.rest_view import BASES, act, exposed
from cutpoint.infer.frame import Frame
from cutpoint.infer.templates.tags import show_inclusion, tag_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.engine import Engine

    Agent = Callable[[Frame, Object, Node], None]


def _serve(frame: Frame, view: Object, node: Node) -> None:
    """Each action in a frame of its own: a request reaches one of them."""
    cls = view.cls
    if not isinstance(cls, Class):
        return
    for action in exposed(frame, view):
        own = _frame_of(frame.engine, cls, action)
        own.begin()
        act(own, view, action, (), node)


def _serve_resource(frame: Frame, resource: Object, node: Node) -> None:
    """As of a view, each kind of request."""
    cls = resource.cls
    if not isinstance(cls, Class):
        return
    for name in api_resource.served(frame, resource):
        own = _frame_of(frame.engine, cls, name)
        own.begin()
        api_resource.act(own, resource, name, node)


def _serve_model(frame: Frame, controller: Object, node: Node) -> None:
    cls = controller.cls
    if not isinstance(cls, Class):
        return
    for route in model_controller.served(frame, controller):
        own = _frame_of(frame.engine, cls, route)
        own.begin()
        model_controller.serve(own, controller, route, node)


_AGENTS: tuple[tuple[frozenset[str], str, Agent], ...] = (
    (frozenset({"ModelAdmin"}), "django.contrib.", administer_declared),
    (IMPORTING | EXPORTING, "import_export.", exchange_declared),
    (graphql.MUTATIONS, graphql.PACKAGE, graphql.mutate),
    (graphql.TYPES, graphql.PACKAGE, graphql.show_type),
    (graphql.ROOTS, "graphene.", graphql.list_rows),
    (api_resource.RESOURCES, api_resource.PACKAGE, _serve_resource),
    (model_controller.CONTROLLERS, model_controller.PACKAGE, _serve_model),
    (hook.MODELS, hook.PACKAGE, hook.connect_hooks),
    (frozenset({"BaseFilterSet", "FilterSet"}), "django_filters.", filter_by_methods),
    (frozenset({"PermissionRequiredMixin"}), "django.contrib.auth.", lambda frame, _view, node: guard(frame, node)),
    (frozenset({"GenericAPIView", "GenericViewSet", *BASES}), "rest_framework.", _serve),
)


# Decorators of functions -> what happens before the function is entered.
_GUARDS: dict[str, Callable[[Frame, Node], None]] = {
    **revision.GUARDS,
    "django.contrib.auth.decorators.permission_required": guard,
}


def run_declarations(engine: Engine) -> None:
    """Let every such class act, and every such decorator; called again, what was seen before is forgotten."""
    nodes = engine.circumstances.declarations
    for function in list(engine.defined):
        for decorator in function.decorators:
            found = _GUARDS.get(_maker_of(engine, decorator))
            tag = tag_of(function, decorator)
            if found is not None or (tag is not None and tag.template):
                frame = _frame_of_function(engine, function)
                frame.begin()
                if found is not None:
                    found(frame, nodes[function])
                elif tag is not None:
                    show_inclusion(frame, tag)
    for cls in list(engine.class_bodies):
        agents = [agent for bases, package, agent in _AGENTS if engine.world.derives(cls, bases, package)]
        if cls.decorators and strawberry.is_type(engine.world.program, cls):
            agents.append(strawberry.serve_type)
        if agents:
            frame = _frame_of(engine, cls)
            frame.begin()
            for agent in agents:
                agent(frame, atom(Object, cls, PROVED), nodes[cls])


def _maker_of(engine: Engine, decorator: object) -> str:
    """The dotted name of the function that made a decorator: where its source is read, running it gave one inside of it."""
    made = engine.world.program.plain(getattr(decorator, "callee", decorator))
    if type(made) is Function:
        return f"{made.env.module.name}.{made.qualname.partition('.<locals>')[0]}"
    return made.name if type(made) is Symbol else ""


def _frame_of_function(engine: Engine, function: Function) -> Frame:
    key = ("declaration", function)
    frame = engine.frames.get(key)
    if frame is None:
        frame = engine.frames[key] = Frame(engine, None, function.env.module, function.qualname)
        frame.root = True
        line = function.place.line
        frame.statement = (line, line)
        engine.circumstances.declarations[function] = [sk.CALL, [sk.NAME, function.name, line], [], [], line, line]
    return frame


def _frame_of(engine: Engine, cls: Class, action: str = "") -> Frame:
    key = ("declaration", cls, action)
    frame = engine.frames.get(key)
    if frame is None:
        frame = engine.frames[key] = Frame(engine, None, cls.module, cls.qualname)
        frame.owner = cls
        frame.receiver = atom(Object, cls, PROVED)
        frame.root = True
        frame.statement = (cls.line, cls.line)
        if action:
            engine.circumstances.actions[frame] = action
        # A call that nobody wrote, where the class stands.
        engine.circumstances.declarations[cls] = [sk.CALL, [sk.NAME, cls.name, cls.line], [], [], cls.line, cls.line]
    return frame
