"""The registry of apps: `apps.get_app_config("shop").get_model("Order")`, `….get_models()`; `self.get_model("Order")` in `ready()`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import NOTHING, PROVED, AppOf, Items, LibraryMethod, ModelClass, Object, Type, join, one
from cutpoint.infer.dispatch import attribute_of
from cutpoint.infer.texts import texts_in

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ATTRIBUTES: frozenset[str] = frozenset()
METHODS = frozenset({"get_model", "get_models"})


@attribute_of(AppOf)
def _app(_frame: Frame, each: AppOf, name: str, _node: Node) -> Type:
    return one(LibraryMethod, each, name)


def attribute(_frame: Frame, _receiver: Atom, _name: str, _node: Node) -> Type | None:
    """Nothing of its own."""
    return None


def method(
    frame: Frame, receiver: Atom, name: str, arguments: tuple[Type, ...], keywords: Keywords, _node: Node
) -> Type | None:
    """One of the app's models, or all of them."""
    label = _label_of(frame, receiver)
    if label is None:
        return None
    named = texts_in(arguments[0] if arguments else dict(keywords).get("model_name", NOTHING)) or []
    space = frame.engine.world.space
    if name == "get_model":
        models = [space.model(f"{label}.{each}") for each in named]
    else:
        models = [model for model in frame.engine.world.catalog.models if model.app == label]
    found = NOTHING
    for model in models:
        if model is not None and not model.abstract and not model.auto_created and not model.swapped:
            found = join(found, one(ModelClass, model.label, PROVED))
    if not found:
        return None
    return found if name == "get_model" else one(Items, found)


def _label_of(frame: Frame, receiver: Atom) -> str | None:
    """The label of the app that *receiver* is the configuration of."""
    if type(receiver) is AppOf:
        return receiver.label
    world = frame.engine.world
    if (
        type(receiver) is not Object
        or type(receiver.cls) is not Class
        or not world.derives(receiver.cls, ("AppConfig",))
    ):
        return None
    label, name = (_text_of(frame, receiver.cls, word) for word in ("label", "name"))
    if label is None and name is None:
        return None
    for app in world.catalog.apps:
        if app.label == label or (label is None and app.name == name):
            return app.label
    return None


def _text_of(frame: Frame, cls: Class, word: str) -> str | None:
    found = frame.engine.world.member(cls, word)
    value = frame.engine.world.program.plain(found[1]) if found is not None else None
    return value if isinstance(value, str) else None
