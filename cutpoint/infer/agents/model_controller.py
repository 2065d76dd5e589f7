"""`class Orders(ModelControllerBase): model_config = ModelConfig(model=Order)` of django-ninja-extra: what its service does for a request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class, Instance
from cutpoint.domain.types import (
    INFERRED,
    NOTHING,
    PLAIN,
    STORED,
    Manager,
    ModelClass,
    Object,
    Query,
    Row,
    atom,
    join,
    join_all,
    one,
)
from cutpoint.domain.values import Sequence
from cutpoint.infer.agents.acting import acting, declaration_of
from cutpoint.infer.agents.serializer import is_own
from cutpoint.infer.dispatch import attribute, call_type
from cutpoint.infer.frameworks.model_of import models_in, rows_of
from cutpoint.infer.values import type_of_value

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Type
    from cutpoint.domain.values import Value
    from cutpoint.infer.frame import Frame

PACKAGE = "ninja_extra."
CONTROLLERS = frozenset({"ModelControllerBase"})
SERVICES = frozenset({"ModelService", "ModelServiceBase"})
SERVICE = "ninja_extra.ModelService"
ROUTES: dict[str, tuple[str, ...]] = {
    "create": ("create",),
    "find_one": ("get_one",),
    "update": ("get_one", "update"),
    "patch": ("get_one", "patch"),
    "delete": ("get_one", "delete"),
    "list": ("get_all",),
}
"""Route -> the methods of the service that serve it."""
_ON_ROWS = {"update": "save", "patch": "save", "delete": "delete"}
METHODS = frozenset(f"{name}{suffix}" for names in ROUTES.values() for name in names for suffix in ("", "_async"))


def served(frame: Frame, controller: Object) -> list[str]:
    """The routes that `allowed_routes` names, or all of them; none without a model."""
    config = _config(frame, controller)
    if config is None:
        return []
    plain = frame.engine.world.program.plain
    given = plain(config.keywords.get("allowed_routes"))
    items = given.items if type(given) is Sequence else given if type(given) is tuple else tuple(ROUTES)
    named = [plain(each) for each in items]
    return [name for name in named if isinstance(name, str) and name in ROUTES]


def serve(frame: Frame, controller: Object, route: str, node: Node) -> None:
    """What one route does."""
    with acting(frame, "view", declaration_of(frame, controller)):
        for name in ROUTES[route]:
            _ask(frame, controller, service_of(frame, controller), name, node)


def service_of(frame: Frame, controller: Object) -> Object:
    """The service of a controller: what `service_type` names, or the library's."""
    own = _attribute(frame, controller, "service_type")
    is_theirs = type(own) is not Class or not own.module.found.ours
    return atom(Object, SERVICE if is_theirs else own, INFERRED)


def models_of(frame: Frame, receiver: Object) -> Type:
    """The model that a controller is about, or those of the controllers that name a service."""
    world = frame.engine.world
    if type(receiver.cls) is Class and world.derives(receiver.cls, CONTROLLERS, PACKAGE):
        config = _config(frame, receiver)
        model = config.keywords.get("model", config.arguments[0] if config.arguments else None) if config else None
        return models_in(type_of_value(frame, model)) if model is not None else NOTHING
    controllers = [cls for cls in frame.engine.class_bodies if world.derives(cls, CONTROLLERS, PACKAGE)]
    atoms = [atom(Object, cls, INFERRED) for cls in controllers]
    return join_all(
        [models_of(frame, each) for each in atoms if _attribute(frame, each, "service_type") is receiver.cls]
    )


def act(frame: Frame, models: Type, name: str, arguments: tuple[Type, ...], node: Node) -> Type:
    """What a method of the library's service does with rows of *models*."""
    name = name.removesuffix("_async")
    labels = [(each.label, each.level) for each in models if type(each) is ModelClass]
    if name in _ON_ROWS:
        given = tuple(each for each in arguments[0] if type(each) is Row) if arguments else NOTHING
        rows = given or rows_of(models, STORED)
        for row in rows:
            call_type(frame, attribute(frame, row, _ON_ROWS[name], None), (), (), node)
        return PLAIN if name == "delete" else rows
    result = NOTHING
    for label, level in labels:
        if name == "get_all":
            result = join(result, one(Query, label, level, "rows", None, None, ()))
        else:
            manager = atom(Manager, label, level, None, None)
            word = "create" if name == "create" else "get"
            result = join(result, call_type(frame, attribute(frame, manager, word, None), (), (), node))
    return result


def _ask(frame: Frame, controller: Object, service: Object, name: str, node: Node) -> None:
    models = models_of(frame, controller)
    row = rows_of(models, STORED)
    arguments: tuple[Type, ...] = {"get_all": (), "delete": (row,), "update": (row, PLAIN), "patch": (row, PLAIN)}.get(
        name, (PLAIN,)
    )
    if name == "patch" and not is_own(frame, service, name):
        name = "update"
    if is_own(frame, service, name):
        given = call_type(frame, attribute(frame, service, name, None), arguments, (), node)
    else:
        given = act(frame, models, name, arguments, node)
    for each in given if name == "get_all" else ():
        if isinstance(each, (Query, Manager)):
            frame.see("call", each, "filter", node)


def _config(frame: Frame, controller: Object) -> Instance | None:
    value = _attribute(frame, controller, "model_config")
    return value if type(value) is Instance else None


def _attribute(frame: Frame, receiver: Object, name: str) -> Value:
    world = frame.engine.world
    found = world.member(receiver.cls, name) if type(receiver.cls) is Class else None
    return world.program.plain(found[1]) if found is not None else None
