"""The registry of apps: `apps.get_app_config("shop").get_model("Order")`, `….get_models()`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.types import NOTHING, PROVED, AppOf, Items, LibraryMethod, ModelClass, Type, join, one
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
    if type(receiver) is not AppOf:
        return None
    named = texts_in(arguments[0] if arguments else dict(keywords).get("model_name", NOTHING)) or []
    space = frame.engine.world.space
    if name == "get_model":
        models = [space.model(f"{receiver.label}.{each}") for each in named]
    else:
        models = [model for model in frame.engine.world.catalog.models if model.app == receiver.label]
    found = NOTHING
    for model in models:
        if model is not None and not model.abstract and not model.auto_created and not model.swapped:
            found = join(found, one(ModelClass, model.label, PROVED))
    if not found:
        return None
    return found if name == "get_model" else one(Items, found)
