"""Data loaders: `OrderLoader(context).load(key)` promises the item that `batch_load_fn` finds for the key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cutpoint.domain.objects import Class
from cutpoint.domain.types import PLAIN, Items, Object, Type, one
from cutpoint.infer.boxes import boxed, unboxed
from cutpoint.infer.dispatch import call_method, item_type
from cutpoint.infer.library.promises import PROMISE

if TYPE_CHECKING:
    from cutpoint.domain.skeleton import Node
    from cutpoint.domain.types import Atom
    from cutpoint.infer.dispatch import Keywords
    from cutpoint.infer.frame import Frame

ATTRIBUTES: frozenset[str] = frozenset()
METHODS = frozenset({"load", "load_many"})

_PACKAGES = ("promise.", "aiodataloader.", "strawberry.", "graphql_sync_dataloaders.")


def attribute(_frame: Frame, _receiver: Atom, _name: str, _node: Node) -> Type | None:
    """Nothing of its own."""
    return None


def method(
    frame: Frame, receiver: Atom, name: str, _arguments: tuple[Type, ...], _keywords: Keywords, _node: Node
) -> Type | None:
    """A promise of one item, or of many."""
    if type(receiver) is not Object or type(receiver.cls) is not Class:
        return None
    world = frame.engine.world
    if not any(world.derives(receiver.cls, ("DataLoader", "SyncDataLoader"), package) for package in _PACKAGES):
        return None
    found = world.member(receiver.cls, "batch_load_fn")
    if found is None or type(found[0]) is not Class or not found[0].module.found.ours:
        return None
    batch = unboxed(call_method(frame, receiver, "batch_load_fn", (one(Items, PLAIN),)))
    item = item_type(frame, batch, None)
    return boxed(PROMISE, item if name == "load" else one(Items, item))
