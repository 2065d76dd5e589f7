"""Values of which nothing is known but their name and what is asked of them: an `order` that has `order.lines` is an Order.

Both must speak: the name is that of one model (of the app at hand, if several have it), and what is looked up on it is
what this model has, a relation or something that its own code defines among it. A name alone tells nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain import skeleton as sk
from cutpoint.domain.objects import Class
from cutpoint.domain.types import ANY, INFERRED, NOTHING, ModelClass, Row, Text, Type, one
from cutpoint.domain.walking import nodes_in
from cutpoint.infer.dispatch import attribute

if TYPE_CHECKING:
    from cutpoint.domain.objects import Function
    from cutpoint.domain.skeleton import Node
    from cutpoint.infer.engine import Engine
    from cutpoint.infer.frame import Frame
    from cutpoint.infer.world import World

_MANAGERS = frozenset({"objects", "_default_manager", "_base_manager"})
_OF_ALL_MODELS = frozenset(
    [
        "pk",
        "id",
        "objects",
        "_meta",
        "_state",
        "__class__",
        "__dict__",
        "DoesNotExist",
        "save",
        "asave",
        "delete",
        "adelete",
        "refresh_from_db",
        "arefresh_from_db",
        "full_clean",
        "clean",
    ]
)


class NamedLikeModels:
    """Answers for one analysis."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._labels: dict[str, list[str]] = {}
        for model in world.catalog.models:
            if not (model.abstract or model.auto_created or model.swapped):
                self._labels.setdefault(model.name.lower(), []).append(model.label)
        self._labels.setdefault("user", [world.user_label])
        self._asked: dict[int, dict[str, frozenset[str]]] = {}
        self._told: dict[tuple[str, str | None], str | None] = {}
        """(name, app) -> what `label` says."""

    def label(self, name: str, path: str) -> str | None:
        """The one model that a value called *name* in the file at *path* may be."""
        key = (name, self._world.app_of_path.get(path))
        if key not in self._told:
            self._told[key] = self._label(*key)
        return self._told[key]

    def _label(self, name: str, app: str | None) -> str | None:
        labels = self._labels.get(name.strip("_").replace("_", "").lower(), [])
        for close in (
            labels,
            [each for each in labels if self._is_ours(each)],
            [each for each in labels if self._is_of(each, app)],
        ):
            if len(close) == 1:
                return close[0] if self._world.space.model(close[0]) is not None else None
        return None

    def _is_ours(self, label: str) -> bool:
        model = self._world.space.model(label)
        return model is not None and model.ours

    def _is_of(self, label: str, app: str | None) -> bool:
        model = self._world.space.model(label)
        return model is not None and model.app == app

    def has(self, label: str, name: str) -> bool:
        """Whether rows of the model have an attribute *name*."""
        space = self._world.space
        if (
            name in _OF_ALL_MODELS
            or name in space.fields(label)
            or name in space.attnames(label)
            or self.tells(label, name)
        ):
            return True
        cls = self._world.program.class_of(label)
        found = self._world.member(cls, name) if cls is not None else None
        return found is not None and type(found[0]) is Class

    def tells(self, label: str, name: str) -> bool:
        """Whether hardly anything but a row of the model has an attribute *name*."""
        if name in self._world.space.links(label):
            return True
        cls = self._world.program.class_of(label)
        found = self._world.member(cls, name) if cls is not None else None
        return (
            found is not None
            and type(found[0]) is Class
            and found[0].module.found.ours
            and name not in self._world.space.fields(label)
            and name not in _OF_ALL_MODELS
        )

    def asked_of(self, engine: Engine, function: Function) -> dict[str, frozenset[str]]:
        """Parameter named like a model -> attributes that the function looks up on it."""
        known = self._asked.get(id(function))
        if known is None:
            path = function.place.path
            asked: dict[str, set[str]] = {
                name: set() for name, *_ in function.parameters if self.label(name, path) is not None
            }
            _collect([function.body] if function.is_lambda else engine.body_of(function), asked)
            known = self._asked[id(function)] = {name: frozenset(words) for name, words in asked.items() if words}
        return known


def _collect(body: list[Node], asked: dict[str, set[str]]) -> None:
    for node in nodes_in(*body):
        if node[0] == sk.ATTRIBUTE and type(node[1]) is list and node[1][0] == sk.NAME and node[1][1] in asked:
            asked[node[1][1]].add(node[2])


def named_parameter(engine: Engine, function: Function, name: str) -> Type:
    """The type of a parameter that is named like a model, and used like one of its rows; nothing when it isn't."""
    named = engine.named
    label = named.label(name, function.place.path)
    if label is None or function.body is None:
        return NOTHING
    asked = named.asked_of(engine, function).get(name, frozenset())
    if not any(named.tells(label, each) for each in asked) or not all(named.has(label, each) for each in asked):
        return NOTHING
    return one(Row, label, INFERRED, ANY)


def named_attribute(frame: Frame, base: Node, name: str, node: Node) -> Type:
    """The type of `base.name` where nothing is known of *base*: `self.order.lines`, `data["order"].lines`."""
    match base:
        case [sk.NAME, str(written), *_] | [sk.ATTRIBUTE, _, str(written), *_] | [sk.SUBSCRIPT, _, str(written), *_]:
            named = frame.engine.named
            label = named.label(written, frame.module.path)
            if label is None:
                return NOTHING
            if name in _MANAGERS and written == label.rpartition(".")[2]:
                return attribute(frame, one(ModelClass, label, INFERRED)[0], name, node)
            if named.tells(label, name):
                return attribute(frame, one(Row, label, INFERRED, ANY)[0], name, node)
    return NOTHING


def model_by_label(frame: Frame, function: Node, arguments: tuple[Type, ...]) -> Type:
    """`registry.get_model("shop", "Order")` where nothing is known of the registry: it says a label itself."""
    match function:
        case [sk.ATTRIBUTE, _, "get_model", *_]:
            words = [value[0].value for value in arguments if len(value) == 1 and type(value[0]) is Text]
            model = frame.engine.world.space.model(".".join(words)) if len(words) == len(arguments) else None
            return one(ModelClass, model.label, INFERRED) if model is not None else NOTHING
    return NOTHING
